package pl.otwartagmina.integration.oidc.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/**
 * Something of the provider that changes rarely: fetched when it is first wanted, kept for a while. After a failure
 * everybody is told so for some seconds, so that a provider that hangs does not hold all who wait for it one after another.
 */
final class Fetched<T> {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Asks the provider. */
    @FunctionalInterface
    interface Source<T> {
        T fetch(Conversation conversation) throws ProviderUnavailable;
    }

    private record Kept<T>(T value, Instant since) {}

    private final Source<T> source;
    private final Duration lifetime;
    private final Clock clock;
    private volatile @Nullable Kept<T> kept;
    private Instant noneBefore = Instant.MIN;

    Fetched(Source<T> source, Duration lifetime, Clock clock) {
        this.source = source;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** What was fetched last, however old; empty if nothing was. */
    Optional<T> last() {
        return Optional.ofNullable(kept).map(Kept::value);
    }

    T get(Conversation conversation) throws ProviderUnavailable {
        return notOlderThan(lifetime, conversation);
    }

    /** Fetches anew what may have changed, but not again and again when it has not. */
    T fresh(Conversation conversation) throws ProviderUnavailable {
        return notOlderThan(PAUSE, conversation);
    }

    private T notOlderThan(Duration age, Conversation conversation) throws ProviderUnavailable {
        Kept<T> now = kept;
        return now != null && now.since().plus(age).isAfter(clock.instant()) ? now.value() : fetch(age, conversation);
    }

    private synchronized T fetch(Duration age, Conversation conversation) throws ProviderUnavailable {
        Kept<T> meanwhile = kept;
        if (meanwhile != null && meanwhile.since().plus(age).isAfter(clock.instant())) {
            return meanwhile.value();
        }
        if (noneBefore.isAfter(clock.instant())) {
            throw new ProviderUnavailable("The provider failed some seconds ago and is given a pause");
        }
        try {
            T value = source.fetch(conversation);
            kept = new Kept<>(value, clock.instant());
            return value;
        } catch (ProviderUnavailable failure) {
            noneBefore = clock.instant().plus(PAUSE);
            throw failure;
        }
    }
}
