package pl.otwartagmina.api.federation;

/** The identity provider cannot be reached, or does not answer as it should. */
public final class ProviderUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for the operator: what was tried and what came */
    public ProviderUnavailable(String message) {
        super(message);
    }

    public ProviderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
