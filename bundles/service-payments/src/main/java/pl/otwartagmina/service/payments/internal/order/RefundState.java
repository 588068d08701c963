package pl.otwartagmina.service.payments.internal.order;

import java.util.Arrays;

/** How a refund stands. */
public enum RefundState {
    /** Written down; the gateway may know of it or not. */
    WANTED("wanted"),
    /** The gateway has taken it and works on it. */
    PENDING("pending"),
    /** The money is on its way to the payer. */
    DONE("done"),
    /** The gateway did not give it back. */
    FAILED("failed");

    private final String code;

    RefundState(String code) {
        this.code = code;
    }

    /** The word for it in tables and message keys. */
    public String code() {
        return code;
    }

    /** Whether it is still under way. */
    public boolean isOpen() {
        return this == WANTED || this == PENDING;
    }

    /** The state of that code. */
    public static RefundState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No state of a refund: " + code));
    }
}
