package pl.otwartagmina.api.gateway;

/** The gateway understood, and will never do it. */
public final class GatewayRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for the log of the operator, without personal data or secrets */
    public GatewayRefused(String message) {
        super(message);
    }
}
