package pl.otwartagmina.outside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The latest thousand answers by the id of what was asked, and which ids are being asked about right now. */
public final class Recent<T> {
    private static final int MOST = 1000;

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("serial")
    private final Map<String, T> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    /** Whether nobody else asks about this id; whoever was told so calls {@link #leave} in the end. */
    public boolean enter(String id) {
        return underWay.add(id);
    }

    public void leave(String id) {
        underWay.remove(id);
    }

    /** What was kept of this id, unless a thousand others came since. */
    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    public synchronized void keep(String id, T answer) {
        kept.put(id, answer);
    }
}
