package pl.otwartagmina.api.gateway;

/** What came as a notification was not signed by the gateway, or says nothing that can be understood. */
public final class NotBelieved extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for the log of the operator, without personal data or secrets */
    public NotBelieved(String message) {
        super(message);
    }
}
