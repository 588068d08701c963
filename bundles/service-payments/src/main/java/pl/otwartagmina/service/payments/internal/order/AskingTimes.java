package pl.otwartagmina.service.payments.internal.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a gateway is asked about an order of which it tells nothing by itself. Notifications get lost; money does not.
 */
public final class AskingTimes {
    /** After an order is written down: the portal may have stopped before the gateway knew of it. */
    public static final Duration FIRST = Duration.ofMinutes(1);

    private static final List<Duration> LATER = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));
    private static final Duration AT_LAST = Duration.ofHours(2);
    /** Transfers by hand reach a gateway days later. */
    private static final Duration PATIENCE = Duration.ofDays(8);

    private AskingTimes() {}

    /**
     * The next time.
     *
     * @param asked how often it was asked in vain
     * @param expires until when the order could be paid
     * @return empty if it is not asked any more
     */
    public static Optional<Instant> next(OrderState state, int asked, Instant now, Instant expires) {
        boolean over = state.isMoneyHere() && state != OrderState.REFUNDING;
        if (over || now.isAfter(expires.plus(PATIENCE))) {
            return Optional.empty();
        }
        return Optional.of(now.plus(pause(asked)));
    }

    /** How long to wait after having asked so often in vain. */
    public static Duration pause(int asked) {
        return asked < LATER.size() ? LATER.get(asked) : AT_LAST;
    }
}
