package pl.otwartagmina.api.mail;

/** The mail server does not answer, or takes nothing now. */
public final class MailUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public MailUnavailable(String message) {
        super(message);
    }

    public MailUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
