package pl.otwartagmina.tests;

/** A visitor who goes from page to page by links, each from the home page: nothing is loaded anew, which is far faster. */
final class Walk {
    private static final String HEADING = "document.querySelector('main h1')?.innerText";

    private final Visitor visitor;
    private final String home;

    Walk(Visitor visitor) {
        this.visitor = visitor;
        this.home = visitor.opens("/").heading().innerText();
    }

    /** Goes there; the heading of the page that is there then. */
    String to(String path) {
        follow("/");
        visitor.page().waitForFunction("home => " + HEADING + " === home", home);
        follow(path);
        visitor.page().waitForFunction("home => " + HEADING + " && " + HEADING + " !== home", home);
        return visitor.heading().innerText();
    }

    /** What the page says that is there now. */
    String says() {
        return visitor.page().locator("main").innerText();
    }

    private void follow(String path) {
        visitor.page()
                .evaluate(
                        "path => { const link = document.createElement('a'); link.href = path;"
                                + " link.setAttribute('router-link', ''); document.body.append(link); link.click();"
                                + " link.remove(); }",
                        path);
    }
}
