package pl.otwartagmina.api.gateway;

/** The gateway does not answer, or fails; it can be asked again later. */
public final class GatewayUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for the log of the operator, without personal data or secrets */
    public GatewayUnavailable(String message) {
        super(message);
    }

    /** @param message for the log of the operator, without personal data or secrets */
    public GatewayUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
