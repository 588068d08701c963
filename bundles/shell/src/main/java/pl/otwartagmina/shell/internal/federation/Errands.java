package pl.otwartagmina.shell.internal.federation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.Token;

/**
 * The errands under way. One is answered once, and its answer is handed out once, to the visit that began it: whoever is
 * sent somebody else's return address gets nothing.
 */
@Component(service = Errands.class)
public final class Errands {
    /** Address below which the providers meet the portal. */
    public static final String SSO = "sso/";

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int AT_MOST = 20_000;

    private final Clock clock;
    private final Office office;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** Who sends somebody off. */
    public record Sender(String visit, Optional<String> account, boolean otherWindow, Locale language) {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** The provider recognised somebody. */
    public record Recognised(Proof proof) implements Outcome {}

    /** It did not. */
    public record NotRecognised(Reply.Reason reason) implements Outcome {}

    /** It could not be asked. */
    public record Unreachable() implements Outcome {}

    /** An errand that has come back. */
    public record Settled(String provider, Sender sender, Outcome outcome) {}

    private record Open(
            String provider, Errand errand, Sender sender, Instant until, AtomicReference<Outcome> outcome) {}

    @Activate
    public Errands(@Reference Clock clock, @Reference Office office) {
        this.clock = clock;
        this.office = office;
    }

    /**
     * Begins one.
     *
     * @return empty if so many are under way that somebody must be playing
     */
    public Optional<Errand> begin(String provider, Sender sender, AccessLevel level) {
        Instant now = clock.instant();
        open.values().removeIf(one -> !one.until().isAfter(now));
        if (open.size() >= AT_MOST) {
            return Optional.empty();
        }
        String id = Token.random();
        Errand errand =
                new Errand(id, address(provider), level, sender.account().isPresent(), sender.language());
        open.put(id, new Open(provider, errand, sender, now.plus(PATIENCE), new AtomicReference<>()));
        return Optional.of(errand);
    }

    /** Where a provider meets the portal. */
    URI address(String provider) {
        return office.portal().resolve(SSO + provider + "/");
    }

    /** One of this provider that is not answered yet. */
    Optional<Errand> find(String provider, String id) {
        return pending(provider, id).map(Open::errand);
    }

    /** Answers one; whoever comes second changes nothing. */
    void settle(String provider, String id, Outcome outcome) {
        pending(provider, id).ifPresent(one -> one.outcome().compareAndSet(null, outcome));
    }

    private Optional<Open> pending(String provider, String id) {
        return Optional.ofNullable(open.get(id))
                .filter(one -> one.provider().equals(provider))
                .filter(one -> one.outcome().get() == null)
                .filter(one -> one.until().isAfter(clock.instant()));
    }

    /** The answer, once, for the visit that began the errand. */
    public Optional<Settled> collect(String id, String visit) {
        Open one = open.get(id);
        if (one == null
                || !one.sender().visit().equals(visit)
                || one.outcome().get() == null
                || !one.until().isAfter(clock.instant())
                || !open.remove(id, one)) {
            return Optional.empty();
        }
        return Optional.of(
                new Settled(one.provider(), one.sender(), one.outcome().get()));
    }
}
