package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Mandates;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.identity.internal.GrantedMandate.State;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.MandateStore;
import pl.otwartagmina.identity.internal.store.ScanStore;

/**
 * Mandates (pełnomocnictwa, art. 32–33 KPA, art. 138a–138d Ordynacji podatkowej): given online by the person represented,
 * or entered by a clerk who has seen the document; revoked at once.
 */
@Component(service = {Representation.class, Mandates.class})
public final class Representation implements Mandates {
    /** How long an offer can be accepted. */
    public static final Duration OFFER = Duration.ofDays(7);

    /** Letters with offers of one account. */
    private static final GuessRule OFFERS = new GuessRule.Bucket(10, Duration.ofMinutes(10));

    private final IdentityTables tables;
    private final MandateStore mandates;
    private final ScanStore scans;
    private final AccountStore accounts;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final AccountLetters letters;
    private final Audit audit;
    private final OpenSessions sessions;

    /** What a mandate shall cover, and when. */
    public record Extent(Set<Mandate.Scope> scopes, LocalDate from, Optional<LocalDate> to) {
        public Extent {
            scopes = Set.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("A mandate covers something");
            }
            if (to.filter(last -> last.isBefore(from)).isPresent()) {
                throw new IllegalArgumentException("A mandate does not end before it begins");
            }
        }
    }

    /** Whom a person wants to act for them. */
    public record Invitation(String email, String firstName, String lastName, Extent extent) {}

    /** What came of accepting an offer. */
    public enum Acceptance {
        ACCEPTED,
        /** Used, revoked or too old. */
        GONE,
        /** The offer names somebody else. */
        NOT_YOU,
        /** Nobody represents themselves. */
        OWN
    }

    @Activate
    public Representation(
            @Reference IdentityTables tables,
            @Reference MandateStore mandates,
            @Reference ScanStore scans,
            @Reference AccountStore accounts,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference OpenSessions sessions) {
        this.tables = tables;
        this.mandates = mandates;
        this.scans = scans;
        this.accounts = accounts;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.letters = letters;
        this.audit = audit;
        this.sessions = sessions;
    }

    /** Today, as the gmina's clock has it. */
    public LocalDate today() {
        return LocalDate.now(tables.clock());
    }

    /** What a mandate is at this moment. */
    public State state(GrantedMandate mandate) {
        return mandate.state(tables.clock().instant(), today());
    }

    @Override
    public List<Mandate> heldBy(Person agent) {
        return agent.level().covers(AccessLevel.VERIFIED)
                ? mandates.heldBy(agent.id()).stream()
                        .filter(mandate -> state(mandate) == State.IN_FORCE)
                        .map(GrantedMandate::mandate)
                        .sorted(Comparator.comparing(Mandate::principalName).thenComparing(Mandate::id))
                        .toList()
                : List.of();
    }

    /** Those that an account holds or held. */
    public List<GrantedMandate> allHeldBy(String account) {
        return mandates.heldBy(account);
    }

    /** Those that the person has given. */
    public List<GrantedMandate> givenBy(Person principal) {
        return principal.party().map(mandates::givenBy).orElse(List.of());
    }

    /**
     * Offers a mandate; a letter with a link goes to the address. Nobody learns whether it has an account.
     *
     * @return how long to wait, if too many were offered
     */
    public Optional<Duration> offer(Acting principal, Invitation invitation) {
        Person person = verified(principal);
        Optional<Duration> tooMany = guesses.admit(pseudonyms.of("mandate", person.id()), OFFERS);
        if (tooMany.isPresent()) {
            return tooMany;
        }
        Mandate mandate = mandate(person.party().orElseThrow(), person.name(), invitation.extent());
        tables.unit().tx(em -> {
            String secret = mandates.offer(
                    mandate,
                    invitation.firstName() + " " + invitation.lastName(),
                    person.id(),
                    tables.clock().instant().plus(OFFER));
            audit.record(tables.unit(), AuditRecord.of(principal, "identity.mandate.offer", "mandate", mandate.id()));
            letters.offer(invitation.email(), invitation.firstName(), person.name(), secret, principal.locale());
            return secret;
        });
        return Optional.empty();
    }

    /** An offer that can still be accepted. */
    public Optional<GrantedMandate> offered(String secret) {
        return mandates.offered(secret);
    }

    /** Accepts an offer; the principal learns of it by letter. */
    public Acceptance accept(Acting agent, String secret) {
        Person person = verified(agent);
        Account account = accounts.find(person.id()).orElseThrow();
        Acceptance done = tables.unit().tx(em -> {
            Optional<GrantedMandate> offer = mandates.offered(secret);
            if (offer.isEmpty()) {
                return Acceptance.GONE;
            }
            PartyKey principal = offer.get().mandate().principal();
            if (person.party().filter(principal::equals).isPresent()) {
                return Acceptance.OWN;
            }
            if (!normal(offer.get().agentName()).equals(normal(account.name()))) {
                return Acceptance.NOT_YOU;
            }
            GrantedMandate taken = mandates.accept(secret, account).orElseThrow();
            audit.record(
                    tables.unit(),
                    AuditRecord.of(
                            agent,
                            "identity.mandate.accept",
                            "mandate",
                            taken.mandate().id()));
            accounts.byParty(principal).ifPresent(owner -> letters.write(owner, "mandateAccepted", account.name()));
            return Acceptance.ACCEPTED;
        });
        if (done == Acceptance.ACCEPTED) {
            sessions.mandatesChanged(account.id());
        }
        return done;
    }

    /**
     * Enters a mandate that a clerk has seen on paper, or in a register.
     *
     * @param basis what was seen, such as "odpis KRS 0000123456"
     * @param scan of that document, if there is one
     */
    public GrantedMandate enter(
            Acting clerk,
            PartyKey principal,
            String principalName,
            Account agent,
            Extent extent,
            String basis,
            Optional<Scan> scan) {
        if (!clerk.has(People.VERIFIER)) {
            throw new IllegalStateException("Only a clerk enters mandates");
        }
        Mandate mandate = mandate(principal, principalName, extent);
        GrantedMandate entered = tables.unit().tx(em -> {
            GrantedMandate one = mandates.add(
                    mandate, agent, basis, scan, clerk.person().orElseThrow().id());
            audit.record(
                    tables.unit(),
                    AuditRecord.of(clerk, "identity.mandate.enter", "mandate", mandate.id())
                            .because(basis));
            letters.write(agent, "mandateEntered", principalName);
            return one;
        });
        sessions.mandatesChanged(agent.id());
        return entered;
    }

    /** Ends a mandate at once: the principal withdraws it, the agent lays it down, or a clerk ends it. */
    public void revoke(Acting acting, GrantedMandate mandate) {
        refuseStrangers(acting, mandate);
        boolean agents = isAgent(acting, mandate);
        tables.unit().tx(em -> {
            GrantedMandate ended = mandates.revoke(mandate.mandate().id());
            audit.record(
                    tables.unit(),
                    AuditRecord.of(
                            acting,
                            "identity.mandate.revoke",
                            "mandate",
                            mandate.mandate().id()));
            if (!agents) {
                ended.agent()
                        .flatMap(accounts::find)
                        .ifPresent(agent -> letters.write(
                                agent, "mandateRevoked", mandate.mandate().principalName()));
            }
            return ended;
        });
        mandate.agent().ifPresent(sessions::mandatesChanged);
    }

    /** The scan of the document that proves it, for the principal, the agent or a clerk; who fetched it is in the trail. */
    public Optional<Scan> scan(Acting acting, GrantedMandate mandate) {
        refuseStrangers(acting, mandate);
        String id = mandate.mandate().id();
        return tables.unit().tx(em -> {
            Optional<Scan> scan = scans.find(id);
            if (scan.isPresent()) {
                audit.record(tables.unit(), AuditRecord.of(acting, "identity.mandate.scan", "mandate", id));
            }
            return scan;
        });
    }

    private static void refuseStrangers(Acting acting, GrantedMandate mandate) {
        boolean own = acting.person()
                .flatMap(Person::party)
                .filter(mandate.mandate().principal()::equals)
                .isPresent();
        if (!own && !isAgent(acting, mandate) && !acting.has(People.VERIFIER)) {
            throw new IllegalStateException("Somebody else's mandate");
        }
    }

    private static boolean isAgent(Acting acting, GrantedMandate mandate) {
        return acting.person()
                .map(Person::id)
                .filter(id -> mandate.agent().filter(id::equals).isPresent())
                .isPresent();
    }

    private static Mandate mandate(PartyKey principal, String principalName, Extent extent) {
        return new Mandate(
                UUID.randomUUID().toString(), principal, principalName, extent.scopes(), extent.from(), extent.to());
    }

    private static Person verified(Acting acting) {
        return acting.person()
                .filter(person -> person.level().covers(AccessLevel.VERIFIED))
                .orElseThrow(() -> new IllegalStateException("Mandates are for people whose identity is confirmed"));
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
