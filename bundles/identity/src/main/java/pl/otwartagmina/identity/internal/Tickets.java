package pl.otwartagmina.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who has given the right password and owes a code; kept in memory for a few minutes. */
final class Tickets {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int BYTES = 24;

    private final Clock clock;
    private final Map<String, Ticket> given = new ConcurrentHashMap<>();

    private record Ticket(String account, Instant until) {}

    Tickets(Clock clock) {
        this.clock = clock;
    }

    String give(String account) {
        Instant now = clock.instant();
        given.values().removeIf(ticket -> !ticket.until().isAfter(now));
        String name = RandomText.of(BYTES);
        given.put(name, new Ticket(account, now.plus(VALIDITY)));
        return name;
    }

    /** The account of a ticket that is still good. */
    Optional<String> look(String name) {
        return Optional.ofNullable(given.get(name))
                .filter(ticket -> ticket.until().isAfter(clock.instant()))
                .map(Ticket::account);
    }

    void use(String name) {
        given.remove(name);
    }
}
