package pl.otwartagmina.tests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** A visitor who goes from page to page by links, each from the home page: nothing is loaded anew, which is far faster. */
final class Walk {
    private static final String HEADING = "document.querySelector('main h1')?.innerText";

    private static final int MILLIS_TO_ARRIVE = 3000;

    private final Visitor visitor;
    private final String home;

    Walk(Visitor visitor) {
        this.visitor = visitor;
        this.home = visitor.opens("/").heading().innerText();
    }

    /** Goes there; the heading of the page that is there then. */
    String to(String path) {
        follow("/", "===");
        follow(path, "!==");
        return visitor.heading().innerText();
    }

    /** What the page says that is there now. */
    String says() {
        return visitor.page().locator("main").innerText();
    }

    /** A click while the page before still settles may be lost for good: then the page is loaded, as people do. */
    private void follow(String path, String comparison) {
        visitor.page()
                .evaluate(
                        "path => { const link = document.createElement('a'); link.href = path;"
                                + " link.setAttribute('router-link', ''); document.body.append(link); link.click();"
                                + " link.remove(); }",
                        path);
        String arrived = "home => " + HEADING + " && " + HEADING + " " + comparison + " home";
        try {
            visitor.page()
                    .waitForFunction(arrived, home, new Page.WaitForFunctionOptions().setTimeout(MILLIS_TO_ARRIVE));
        } catch (TimeoutError lost) {
            visitor.opens(path);
            visitor.page().waitForFunction(arrived, home);
        }
    }
}
