package pl.otwartagmina.api.mail;

/** The mail server has refused the letter for good. */
public final class MailRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
