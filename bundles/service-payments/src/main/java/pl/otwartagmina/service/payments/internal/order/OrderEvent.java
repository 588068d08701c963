package pl.otwartagmina.service.payments.internal.order;

import java.time.Instant;

/**
 * An entry of an order's journal.
 *
 * @param state in which the order was after it
 * @param cause why
 * @param detail for the clerk, without personal data; empty for none
 */
public record OrderEvent(Instant happened, OrderState state, Cause cause, String detail) {
    /** Characters of a detail that are kept. */
    public static final int DETAIL = 200;

    public OrderEvent {
        detail = detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail;
    }

    /** What moved an order, or tried to. */
    public enum Cause {
        /** The payer. */
        PAYER,
        /** The gateway sent a notification. */
        NOTIFICATION,
        /** The gateway was asked. */
        QUESTION,
        /** The gateway could not be reached. */
        UNAVAILABLE,
        /** The gateway will not take it. */
        REFUSAL,
        /** The time to pay is over. */
        TIME,
        /** The gateway says another amount than the order's; somebody has to look. */
        AMOUNT,
        /** The gateway has given back a part of it. */
        REFUND,
        /** A clerk. */
        CLERK
    }
}
