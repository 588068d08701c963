package pl.otwartagmina.integration.logingov.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sessions that the portal opened by this provider, so that "all sessions of this person" can be told one by one. In
 * memory, as those of the portal; of very many the oldest are forgotten and end by themselves.
 */
final class OpenSessions {
    static final int MOST = 50_000;

    private final Set<Session> open = new LinkedHashSet<>();

    synchronized void add(Session session) {
        if (open.size() >= MOST) {
            open.remove(open.iterator().next());
        }
        open.add(session);
    }

    synchronized void end(Session session) {
        open.remove(session);
    }

    /** Ends all sessions of this name. */
    synchronized Set<Session> endAll(String nameId) {
        Set<Session> ended = open.stream()
                .filter(session -> session.nameId().equals(nameId))
                .collect(Collectors.toUnmodifiableSet());
        open.removeAll(ended);
        return ended;
    }
}
