package pl.otwartagmina.shell.internal.pages;

/** Signed in, but without the role that the screen takes. */
public final class ForbiddenPage extends MessagePage {
    private static final long serialVersionUID = 1L;

    static final String PATH = "brak-uprawnien";

    ForbiddenPage() {
        say("shield", "portal.forbidden");
    }
}
