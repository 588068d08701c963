package pl.otwartagmina.service.payments.internal;

/** How a due stands on a day. */
public enum DueState {
    /** Something is owed, and the last day for it has not passed. */
    TO_PAY("to-pay"),
    /** All that is owed has been sent and waits to be booked. */
    IN_PROGRESS("in-progress"),
    /** Something is owed, and the last day for it has passed. */
    OVERDUE("overdue"),
    /** Nothing is owed. */
    PAID("paid");

    private final String code;

    DueState(String code) {
        this.code = code;
    }

    /** The word for it in message keys. */
    public String code() {
        return code;
    }
}
