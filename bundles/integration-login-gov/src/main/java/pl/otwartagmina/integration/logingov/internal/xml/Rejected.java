package pl.otwartagmina.integration.logingov.internal.xml;

import pl.otwartagmina.api.federation.Reply;

/** A message proves nothing. The text is for the operator's log and holds nothing about the person. */
public final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reply.Reason reason;

    /** It cannot be believed. */
    public Rejected(String details) {
        this(Reply.Reason.NOT_PROVEN, details);
    }

    /** It says that nobody was recognised. */
    public Rejected(Reply.Reason reason, String details) {
        super(details);
        this.reason = reason;
    }

    /** It cannot be believed, as a library found. */
    public Rejected(String details, Throwable cause) {
        super(details, cause);
        this.reason = Reply.Reason.NOT_PROVEN;
    }

    /** What the person is told. */
    public Reply.Reason reason() {
        return reason;
    }
}
