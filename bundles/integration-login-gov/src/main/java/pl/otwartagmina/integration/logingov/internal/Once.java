package pl.otwartagmina.integration.logingov.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What is good for one use. Only what the provider signed, or what answers an open request, gets in here. */
final class Once {
    private final Map<String, Instant> used = new HashMap<>();
    private final Clock clock;

    Once(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether this is its first use.
     *
     * @param until after this moment it is refused for its age anyway
     */
    synchronized boolean first(String id, Instant until) {
        Instant now = clock.instant();
        used.values().removeIf(now::isAfter);
        return used.putIfAbsent(id, until) == null;
    }
}
