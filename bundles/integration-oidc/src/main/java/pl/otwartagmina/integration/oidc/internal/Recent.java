package pl.otwartagmina.integration.oidc.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is remembered for a while, in memory, and not without end: the eldest is forgotten first. */
final class Recent<V> {
    private record Kept<V>(V value, Instant since) {}

    private final Map<String, Kept<V>> kept = new LinkedHashMap<>();
    private final int most;
    private final Duration lifetime;
    private final Clock clock;

    Recent(int most, Duration lifetime, Clock clock) {
        this.most = most;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Remembers it, unless something is remembered under that key; says whether it does. */
    synchronized boolean addIfNew(String key, V value) {
        forget(most - 1);
        return kept.putIfAbsent(key, new Kept<>(value, clock.instant())) == null;
    }

    /** Remembers it from now on, in place of what there is under that key. */
    synchronized void put(String key, V value) {
        kept.remove(key);
        addIfNew(key, value);
    }

    /** What is remembered under that key; from now on it is not. */
    synchronized Optional<V> take(String key) {
        forget(most);
        return Optional.ofNullable(kept.remove(key)).map(Kept::value);
    }

    /** The keys of what is like that. */
    synchronized Set<String> keys(Predicate<V> like) {
        forget(most);
        return kept.entrySet().stream()
                .filter(one -> like.test(one.getValue().value()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void forget(int room) {
        Instant before = clock.instant().minus(lifetime);
        Iterator<Kept<V>> eldest = kept.values().iterator();
        while (eldest.hasNext() && (eldest.next().since().isBefore(before) || kept.size() > room)) {
            eldest.remove();
        }
    }
}
