package pl.otwartagmina.shell.internal;

import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.shell.internal.layout.MainLayout;

/** The visits in which somebody is signed in. They live in memory, as the sessions of the web server do. */
@Component(service = {Visits.class, OpenSessions.class})
public final class Visits implements OpenSessions {
    private final Clock clock;
    private final Map<String, SignedIn> open = new ConcurrentHashMap<>();

    /** A visit and its session. */
    private record SignedIn(VaadinSession session, Visit visit, String account, Instant since) {
        private OpenSession shown() {
            return new OpenSession(
                    visit.name(),
                    since,
                    session.getBrowser().getAddress(),
                    session.getBrowser().getBrowserApplication());
        }
    }

    @Activate
    public Visits(@Reference Clock clock) {
        this.clock = clock;
    }

    /** Signs in the person in front of the browser that asks now, and of no other. */
    public void begin(VaadinSession session, Person person) {
        Visit visit = Visit.of(session);
        Instant now = clock.instant();
        visit.signedIn(person, now, () -> open.remove(visit.name()));
        open.put(visit.name(), new SignedIn(session, visit, person.id(), now));
    }

    /** The session has ended, be it by itself. */
    void destroyed(VaadinSession session) {
        Visit.of(session).end();
    }

    @Override
    public List<OpenSession> of(String account) {
        return open(account)
                .map(SignedIn::shown)
                .sorted(Comparator.comparing(OpenSession::since).reversed())
                .toList();
    }

    @Override
    public void end(String account, String name) {
        open(account).filter(one -> one.visit().name().equals(name)).forEach(Visits::signOut);
    }

    @Override
    public void endOthers(String account, String kept) {
        open(account).filter(one -> !one.visit().name().equals(kept)).forEach(Visits::signOut);
    }

    @Override
    public void changed(Person person) {
        open(person.id()).forEach(one -> one.session().access(() -> {
            one.visit().become(person);
            one.session()
                    .getUIs()
                    .forEach(ui -> ui.access(() -> MainLayout.of(ui).ifPresent(MainLayout::personChanged)));
        }));
    }

    private Stream<SignedIn> open(String account) {
        return open.values().stream().filter(one -> one.account().equals(account));
    }

    private static void signOut(SignedIn one) {
        one.session().access(() -> Visit.signOut(one.session(), ""));
    }
}
