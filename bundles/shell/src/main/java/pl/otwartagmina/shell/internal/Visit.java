package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;

/** One browser's visit, from the first page to signing out: who it is, and where to go on after signing in. */
public final class Visit {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private volatile @Nullable Person person;
    private volatile Instant since = Instant.MAX;
    private volatile Instant strongUntil = Instant.MIN;
    private volatile Optional<FederatedSession> federated = Optional.empty();
    private volatile Optional<Mandate> mandate = Optional.empty();
    private volatile @Nullable Optional<byte[]> picture;
    private volatile Clock clock = Clock.systemUTC();
    private Optional<Admission> admission = Optional.empty();
    private Runnable onEnd = () -> {};
    private String returnTo = "";

    /** A session at an identity provider. */
    public record FederatedSession(String provider, String session) {}

    private Visit() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        name = HexFormat.of().formatHex(random);
    }

    /** The visit of this session. */
    public static Visit of(VaadinSession session) {
        Visit visit = session.getAttribute(Visit.class);
        if (visit == null) {
            visit = new Visit();
            session.setAttribute(Visit.class, visit);
        }
        return visit;
    }

    /** Who acts in this browser window, in the language it shows. */
    public static Acting acting(UI ui) {
        Visit visit = of(ui.getSession());
        return new Acting(visit.person(), ui.getLocale(), visit.origin(ui.getSession()), visit.mandate());
    }

    Origin origin(VaadinSession session) {
        String address = session.getBrowser().getAddress();
        return new Origin(address == null ? "" : address, name);
    }

    /** The portal's own name of this visit; unlike the id of the session it opens nothing. */
    public String name() {
        return name;
    }

    /** When the person signed in; far in the future for a visitor. */
    Instant since() {
        return since;
    }

    /** The person, as surely as they are known at this moment. */
    public Optional<Person> person() {
        return Optional.ofNullable(person)
                .map(who -> who.level() == AccessLevel.VERIFIED && isStrong() ? who.at(AccessLevel.STRONG) : who);
    }

    /** The person has proven anew who they are; it counts for a while. */
    void strong(Instant until) {
        strongUntil = until;
    }

    private boolean isStrong() {
        return clock.instant().isBefore(strongUntil);
    }

    /** The mandate by which the person acts, while it is in force and the person's own identity is confirmed. */
    Optional<Mandate> mandate() {
        return mandate.filter(one -> one.isInForce(LocalDate.now(clock)))
                .filter(one -> person().filter(who -> who.level().covers(AccessLevel.VERIFIED))
                        .isPresent());
    }

    void actBy(Optional<Mandate> chosen) {
        mandate = chosen;
    }

    /** The person came by an identity provider. */
    void cameBy(FederatedSession session) {
        federated = Optional.of(session);
    }

    Optional<FederatedSession> federated() {
        return federated;
    }

    /** Somebody has proven who they are, and is in once the page load with this ticket comes. */
    void admit(Admission ticket) {
        admission = Optional.of(ticket);
    }

    /** The admission of that ticket, once. */
    Optional<Admission> takeAdmission(String ticket, Instant now) {
        Optional<Admission> taken =
                admission.filter(one -> one.ticket().equals(ticket)).filter(one -> now.isBefore(one.until()));
        if (taken.isPresent()) {
            admission = Optional.empty();
        }
        return taken;
    }

    /** The person is signed in, until {@code end} is run. */
    void signedIn(Person who, Clock time, Runnable end) {
        person = who;
        picture = null;
        clock = time;
        since = time.instant();
        onEnd = end;
    }

    /** The person has another name, level or role from now on. */
    void become(Person now) {
        if (person != null) {
            person = now;
            picture = null;
        }
    }

    /** What the person wants to be seen by; looked for once, and again when they have changed. */
    public Optional<byte[]> picture(Function<Person, Optional<byte[]>> look) {
        Optional<byte[]> known = picture;
        if (known == null) {
            known = person().flatMap(look);
            picture = known;
        }
        return known;
    }

    /** Nobody is signed in any more. */
    void end() {
        person = null;
        onEnd.run();
    }

    /**
     * Signs out in all windows of this browser and sends them elsewhere; under the lock of the session.
     *
     * <p>The web server's own session stays: under Pax Web 11.1.0 a request that comes while one is ended gets none.
     *
     * @param path without a leading slash
     */
    public static void signOut(VaadinSession session, String path) {
        leave(session, "/" + path);
    }

    /** @param address within the portal, or of an identity provider where the person signs out, too */
    static void leave(VaadinSession session, String address) {
        of(session).end();
        session.setAttribute(Visit.class, null);
        for (UI ui : List.copyOf(session.getUIs())) {
            ui.getPage().setLocation(address);
            ui.push();
            ui.close();
        }
    }

    /** Address, without a leading slash, that asked to sign in; asked for once. */
    public String takeReturnTo() {
        String address = returnTo;
        returnTo = "";
        return address;
    }

    public void returnTo(String address) {
        returnTo = address;
    }
}
