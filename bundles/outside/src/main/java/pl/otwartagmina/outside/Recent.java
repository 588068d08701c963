package pl.otwartagmina.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The latest thousand answers by the id of what was asked, and locks so that one id is asked about once at a time. */
public final class Recent<T> {
    private static final int MOST = 1000;
    private static final int LOCKS = 64;

    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toArray();

    @SuppressWarnings("serial")
    private final Map<String, T> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    /** The same for the same id; now and then also for another. */
    public Object lock(String id) {
        return locks[Math.floorMod(id.hashCode(), LOCKS)];
    }

    /** What was kept of this id, unless a thousand others came since. */
    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    public synchronized void keep(String id, T answer) {
        kept.put(id, answer);
    }
}
