package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.util.Optional;

/**
 * A payment that does not go on by itself, or something about payments that somebody has to look at.
 *
 * @param order id of the order, as far as one is known
 * @param gateway id of the gateway
 * @param since how long it has been so
 * @param times how often it happened
 * @param alarm id of the alarm that a clerk settles; empty where it ends by itself once the payment goes on
 */
public record Stuck(Kind kind, String order, String gateway, Instant since, int times, Optional<String> alarm) {
    /** What is wrong. */
    public enum Kind {
        /** The gateway has the money and the books do not. */
        CONFIRMED("confirmed"),
        /** Its time is over and the gateway could not tell how it ended. */
        UNANSWERED("unanswered"),
        /** The payer has paid, and the gateway waits for the money too long. */
        PENDING("pending"),
        /** A notification was not worked off. */
        NOTIFICATION("notification"),
        /** A refund that the gateway does not finish. */
        REFUND("refund"),
        /** The gateway said another amount than the order's. */
        AMOUNT("amount"),
        /** An event of the same name came with other words. */
        CONTRADICTION("contradiction"),
        /** A notification was not signed by the gateway. */
        FORGERY("forgery"),
        /** A notification for an order that is not known. */
        UNKNOWN_ORDER("unknownOrder"),
        /** The gateway did not give back what the office wanted to. */
        REFUND_FAILED("refundFailed"),
        /** Something that this version has no name for. */
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word for it in message keys, and of an alarm in its table. */
        public String code() {
            return code;
        }

        /** The kind of an alarm. */
        public static Kind ofAlarm(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /** What an alarm says. */
    public static Stuck of(Alarm alarm) {
        return new Stuck(
                Kind.ofAlarm(alarm.kind()),
                alarm.order(),
                alarm.gateway(),
                alarm.raised(),
                alarm.times(),
                Optional.of(alarm.id()));
    }
}
