package pl.otwartagmina.integration.logingov.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that wait for their answer, in memory: the sessions that they would open do not survive a restart either.
 * Each is answered once and within a quarter of an hour; of very many the oldest give way.
 */
final class PendingRequests {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final int MOST = 20_000;

    /**
     * A request.
     *
     * @param id of the AuthnRequest
     * @param errand that it serves; comes back as RelayState
     * @param consumer address that the answer is for
     * @param level asked for
     * @param sent when
     */
    record Request(String id, String errand, URI consumer, LevelOfAssurance level, Instant sent) {}

    private final Map<String, Request> byErrand = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Request> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    PendingRequests(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Request request) {
        byErrand.put(request.errand(), request);
    }

    /** The request behind this RelayState, which from now on is none any more. */
    synchronized Optional<Request> take(String errand) {
        Instant oldest = clock.instant().minus(LIFE);
        byErrand.values().removeIf(request -> request.sent().isBefore(oldest));
        return Optional.ofNullable(byErrand.remove(errand));
    }
}
