package pl.otwartagmina.shell.internal.pages;

/** Signed in, but not surely enough for what was asked. */
public final class LevelPage extends MessagePage {
    private static final long serialVersionUID = 1L;

    static final String PATH = "poziom";

    LevelPage() {
        say("shield", "portal.level");
    }
}
