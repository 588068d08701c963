package pl.otwartagmina.service.payments.internal.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock of the gmina, which stands until a test moves it. */
public final class MovingClock extends Clock {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private volatile Instant now;

    public MovingClock(LocalDateTime now) {
        this.now = now.atZone(WARSAW).toInstant();
    }

    /** So much time goes by. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return WARSAW;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
