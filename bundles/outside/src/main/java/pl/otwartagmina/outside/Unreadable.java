package pl.otwartagmina.outside;

import java.io.IOException;

/** What came from elsewhere is not of the form that was agreed upon. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message without what came: it may hold personal data */
    public Unreadable(String message) {
        super(message);
    }
}
