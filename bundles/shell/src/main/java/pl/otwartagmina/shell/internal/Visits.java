package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.communication.PushMode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.identity.Browsers;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Mandates;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.layout.MainLayout;

/** The visits in which somebody is signed in. They live in memory, as the sessions of the web server do. */
@Component(
        service = {Visits.class, OpenSessions.class},
        configurationPid = "pl.otwartagmina.session")
public final class Visits implements OpenSessions {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    /** From the proof to the page load that follows by itself. */
    private static final Duration TO_ENTER = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration strong;
    private final Map<String, SignedIn> open = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Mandates mandates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Browsers browsers;

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
    public Visits(@Reference Clock clock, SessionWatch.Config config) {
        this.clock = clock;
        this.strong = Duration.ofSeconds(config.strongSeconds());
    }

    /**
     * Lets in the person in front of this window, who has proven who they are.
     *
     * @param address where they are going, without a leading slash
     */
    public void admit(UI window, Person person, String address) {
        Admission admission =
                Admission.of(person, address, window, clock.instant().plus(TO_ENTER));
        Visit.of(window.getSession()).admit(admission);
        window.getPage().setLocation(Threshold.address(admission));
    }

    Optional<Admission> take(VaadinSession session, String ticket) {
        return Visit.of(session).takeAdmission(ticket, clock.instant());
    }

    /** Signs in the person in front of the browser that asks now, and of no other. */
    void begin(VaadinSession session, Admission admission) {
        Person person = admission.person();
        Visit visit = Visit.of(session);
        visit.signedIn(lasting(person), clock, () -> open.remove(visit.name()));
        notice(visit, person);
        open.put(visit.name(), new SignedIn(session, visit, person.id(), visit.since()));
        noticeBrowser(session, person);
        session.getUIs().stream().filter(window -> window != admission.window()).forEach(Visits::prove);
    }

    /**
     * Another window shows the person, too, once it has called with the session's new id: it may be one that somebody else
     * opened under an id that they had planted, who does not have the new one. What they typed in it stays.
     */
    private static void prove(UI window) {
        window.getPage().executeJs("return true").then(proven -> {
            window.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
            MainLayout.of(window).ifPresent(MainLayout::personChanged);
        });
        window.push();
        window.getPushConfiguration().setPushMode(PushMode.MANUAL);
    }

    /** Whoever is in is in, also while this cannot be kept. */
    private void noticeBrowser(VaadinSession session, Person person) {
        String secret = BrowserCookie.keep(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        Browsers known = browsers;
        if (known != null) {
            try {
                known.signedIn(
                        person,
                        secret,
                        Objects.requireNonNullElse(session.getBrowser().getBrowserApplication(), ""),
                        Visit.of(session).origin(session));
            } catch (DatabaseUnavailable gone) {
                LOG.warn("A sign-in was not compared with the browsers of the account", gone);
            }
        }
    }

    /** The person signed in came back from an identity provider: their account may have changed, and it may be proven anew. */
    public void confirmed(VaadinSession session, Person person) {
        notice(Visit.of(session), person);
        changed(lasting(person));
    }

    /**
     * From now on the person acts by this mandate, or in their own matters. Other windows of the browser follow, so that
     * none shows one party and acts for another.
     */
    public void actFor(VaadinSession session, @Nullable Mandate mandate) {
        Visit.of(session).actBy(Optional.ofNullable(mandate));
        tellWindows(session, MainLayout::actingChanged);
    }

    @Override
    public void mandatesChanged(String account) {
        Mandates known = mandates;
        open(account).forEach(one -> one.session().access(() -> {
            Optional<Mandate> used = one.visit().mandate();
            boolean gone = used.filter(mandate -> known == null
                            || one.visit().person().map(known::heldBy).orElse(List.of()).stream()
                                    .noneMatch(held -> held.id().equals(mandate.id())))
                    .isPresent();
            if (gone) {
                actFor(one.session(), null);
            } else {
                tellWindows(one.session(), MainLayout::personChanged);
            }
        }));
    }

    private static void tellWindows(VaadinSession session, Consumer<MainLayout> what) {
        session.getUIs().forEach(ui -> ui.access(() -> MainLayout.of(ui).ifPresent(what)));
    }

    /** The person in this visit came by a session at an identity provider. */
    public void cameBy(VaadinSession session, String provider, String name) {
        Visit.of(session).cameBy(new Visit.FederatedSession(provider, name));
    }

    private void notice(Visit visit, Person person) {
        if (person.level() == AccessLevel.STRONG) {
            visit.strong(clock.instant().plus(strong));
        }
    }

    /** A strong sign-in is of one visit and passes; what lasts is the verified account. */
    private static Person lasting(Person person) {
        return person.level() == AccessLevel.STRONG ? person.at(AccessLevel.VERIFIED) : person;
    }

    /** Signs out in all windows of this browser, and at the identity provider that the person came by. */
    public void signOut(VaadinSession session, Function<Visit.FederatedSession, Optional<URI>> atProvider) {
        Visit.leave(
                session,
                Visit.of(session)
                        .federated()
                        .flatMap(atProvider)
                        .map(URI::toString)
                        .orElse("/"));
    }

    /** These sessions at an identity provider are over, and so are the visits that came by them. */
    public void endFederated(String provider, Set<String> sessions) {
        open.values().stream()
                .filter(one -> one.visit()
                        .federated()
                        .filter(by -> by.provider().equals(provider) && sessions.contains(by.session()))
                        .isPresent())
                .forEach(Visits::signOut);
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
            tellWindows(one.session(), MainLayout::personChanged);
        }));
    }

    private Stream<SignedIn> open(String account) {
        return open.values().stream().filter(one -> one.account().equals(account));
    }

    private static void signOut(SignedIn one) {
        one.session().access(() -> Visit.signOut(one.session(), ""));
    }
}
