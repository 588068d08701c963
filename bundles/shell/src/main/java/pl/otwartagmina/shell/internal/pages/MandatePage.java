package pl.otwartagmina.shell.internal.pages;

/** Somebody acts for somebody else, and the mandate does not cover what was asked. */
public final class MandatePage extends MessagePage {
    private static final long serialVersionUID = 1L;

    static final String PATH = "poza-pelnomocnictwem";

    MandatePage() {
        say("users", "portal.acting.notCovered");
    }
}
