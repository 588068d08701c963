package pl.otwartagmina.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** The portal's one clock. */
@Component(service = Clock.class)
public final class WarsawClock extends Clock {
    private final Clock system = Clock.system(ZoneId.of("Europe/Warsaw"));

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }

    @Override
    public Instant instant() {
        return system.instant();
    }
}
