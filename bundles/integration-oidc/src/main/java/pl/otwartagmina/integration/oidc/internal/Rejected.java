package pl.otwartagmina.integration.oidc.internal;

import pl.otwartagmina.api.federation.Reply.Reason;

/** What came is not to be believed, or not enough. The message tells nothing about the person. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Rejected(Reason reason, String details) {
        super(details);
        this.reason = reason;
    }

    static Rejected notProven(String details) {
        return new Rejected(Reason.NOT_PROVEN, details);
    }

    Reason reason() {
        return reason;
    }

    String details() {
        return String.valueOf(getMessage());
    }
}
