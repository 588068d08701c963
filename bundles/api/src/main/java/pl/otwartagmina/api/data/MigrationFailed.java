package pl.otwartagmina.api.data;

/** The tables of a module could not be brought to its version; the message tells the operator why and what to do. */
public final class MigrationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationFailed(String message) {
        super(message);
    }

    public MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
