package pl.otwartagmina.service.payments.internal.csv;

/** A file as a whole cannot be imported; the message tells the operator why. Nothing was changed. */
public final class ImportRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public ImportRefused(String message) {
        super(message);
    }
}
