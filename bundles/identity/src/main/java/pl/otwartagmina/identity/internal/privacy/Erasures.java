package pl.otwartagmina.identity.internal.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.privacy.Retention;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.AccountLetters;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest.State;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * Erases people who ask for it, after somebody of the office has agreed.
 *
 * <p>The order leaves no half-done account behind: first the request is granted, then each module erases its part, and only
 * when all have does one transaction close the account, finish the request and write the letter. Whatever fails or crashes
 * before that leaves the request in progress, and it is run again from the beginning.
 */
@Component(service = Erasures.class)
public final class Erasures {
    /** How long modules may take to erase. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int DECIDED_SHOWN = 20;

    private final IdentityTables tables;
    private final ErasureRequests requests;
    private final Sections sections;
    private final AccountSection own;
    private final AccountStore accounts;
    private final AccountLetters letters;
    private final OpenSessions sessions;
    private final Audit audit;

    /**
     * What one module would do.
     *
     * @param answered whether the module could tell
     * @param doneAt when it has erased its part, if it has
     */
    public record Plan(
            String title, boolean answered, List<String> erased, List<Retention> kept, Optional<Instant> doneAt) {}

    private record Intent(List<String> erased, List<Retention> kept) {}

    /** What came of a decision. */
    public sealed interface Outcome {}

    /** It is carried out and a letter tells the person: refused, or all is erased and the account closed. */
    public record Settled() implements Outcome {}

    /** These modules have not erased their parts; run it again. */
    public record Incomplete(List<String> titles) implements Outcome {}

    /** Without this account nobody would run the portal; nothing was done. */
    public record LastAdministrator() implements Outcome {}

    /** Somebody else has decided meanwhile; nothing was done. */
    public record AlreadyDecided() implements Outcome {}

    @Activate
    public Erasures(
            @Reference IdentityTables tables,
            @Reference ErasureRequests requests,
            @Reference Sections sections,
            @Reference AccountSection own,
            @Reference AccountStore accounts,
            @Reference AccountLetters letters,
            @Reference OpenSessions sessions,
            @Reference Audit audit) {
        this.tables = tables;
        this.requests = requests;
        this.sections = sections;
        this.own = own;
        this.accounts = accounts;
        this.letters = letters;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The person asks to be erased, and a letter confirms it. Where a request is open already, that one stays. */
    public void ask(Acting acting) {
        String account = acting.person().orElseThrow().id();
        tables.unit().tx(em -> {
            if (request(account).filter(known -> known.state().isOpen()).isEmpty()) {
                requests.add(account);
                // whoever did not ask, but left a browser open, learns of it
                request(account).ifPresent(asked -> owner(asked)
                        .ifPresent(one -> letters.write(one, "erasureAsked", Formats.day(asked.deadline()))));
                audit.record(tables.unit(), AuditRecord.of(acting, "identity.erasure.ask", "account", account));
            }
            return true;
        });
    }

    /** The request of an account that counts: the open one, or the last. */
    public Optional<ErasureRequest> request(String account) {
        return requests.ofAccount(account);
    }

    /** All that wait, what is due first on top. */
    public List<ErasureRequest> open() {
        return requests.open();
    }

    /** The last that were decided. */
    public List<ErasureRequest> decided() {
        return requests.decided(DECIDED_SHOWN);
    }

    /** Whose request it is. */
    public Optional<Account> owner(ErasureRequest request) {
        return accounts.find(request.account());
    }

    /** What would be erased and what the law keeps, module by module. */
    public List<Plan> plan(Subject subject, Locale language) {
        Map<String, Instant> done = request(subject.account())
                .filter(request -> request.state() == State.IN_PROGRESS)
                .map(request -> requests.parts(request.id()))
                .orElse(Map.of());
        return sections
                .ask(
                        language,
                        DataExport.PATIENCE,
                        section -> new Intent(section.erasable(subject, language), section.retained(subject, language)))
                .stream()
                .map(answer -> new Plan(
                        answer.title(),
                        answer.value().isPresent(),
                        answer.value().map(Intent::erased).orElse(List.of()),
                        answer.value().map(Intent::kept).orElse(List.of()),
                        Optional.ofNullable(done.get(answer.module()))))
                .toList();
    }

    /** The same for the request of somebody else, whom the clerk looks at. */
    public List<Plan> plan(Acting clerk, ErasureRequest request) {
        audit.record(tables.unit(), act(clerk, "identity.erasure.look", request).because("erasure"));
        return plan(subject(request), clerk.locale());
    }

    /** Refuses; a letter tells the person why and where to complain. */
    public Outcome refuse(Acting clerk, ErasureRequest request, String reason) {
        return tables.unit().tx(em -> {
            if (!requests.decide(request.id(), State.NEW, State.REFUSED, id(clerk), reason)) {
                return new AlreadyDecided();
            }
            audit.record(
                    tables.unit(),
                    act(clerk, "identity.erasure.refuse", request).because(reason));
            owner(request).ifPresent(account -> letters.write(account, "erasureRefused", reason));
            return new Settled();
        });
    }

    /** Grants and erases; run again, it goes on where something was left. */
    public Outcome run(Acting clerk, ErasureRequest request) {
        Optional<Outcome> no = tables.unit().tx(em -> begin(clerk, request));
        if (no.isPresent()) {
            return no.get();
        }
        Subject subject = subject(request);
        List<String> failed = sections
                .ask(clerk.locale(), PATIENCE, section -> {
                    if (!section.module().equals(AccountSection.MODULE)) {
                        section.erase(subject);
                        requests.done(request.id(), section.module());
                    }
                    return true;
                })
                .stream()
                .filter(answer -> answer.value().isEmpty())
                .map(Sections.Answer::title)
                .toList();
        return failed.isEmpty() ? finish(clerk, request, subject) : new Incomplete(failed);
    }

    private Optional<Outcome> begin(Acting clerk, ErasureRequest request) {
        State now = requests.find(request.id()).map(ErasureRequest::state).orElse(State.REFUSED);
        if (!now.isOpen()) {
            return Optional.of(new AlreadyDecided());
        }
        if (requests.isLastAdministrator(request.account())) {
            return Optional.of(new LastAdministrator());
        }
        if (now == State.NEW) {
            if (!requests.decide(request.id(), State.NEW, State.IN_PROGRESS, id(clerk), "")) {
                return Optional.of(new AlreadyDecided());
            }
            audit.record(tables.unit(), act(clerk, "identity.erasure.grant", request));
        }
        return Optional.empty();
    }

    private Outcome finish(Acting clerk, ErasureRequest request, Subject subject) {
        Optional<Account> before = owner(request);
        String kept =
                before.map(account -> kept(subject, letters.language(account))).orElse("");
        Outcome outcome = tables.unit().tx(em -> {
            if (requests.isLastAdministrator(request.account())) {
                return new LastAdministrator();
            }
            if (!requests.decide(request.id(), State.IN_PROGRESS, State.DONE, id(clerk), "")) {
                return new AlreadyDecided();
            }
            before.ifPresent(account -> letters.write(account, "erased", kept));
            own.erase(subject);
            requests.done(request.id(), AccountSection.MODULE);
            audit.record(tables.unit(), act(clerk, "identity.erasure.done", request));
            return new Settled();
        });
        if (outcome instanceof Settled) {
            sessions.endOthers(request.account(), "");
        }
        return outcome;
    }

    /** What the law keeps, as the lines of a letter. */
    private String kept(Subject subject, Locale language) {
        StringBuilder lines = new StringBuilder();
        for (Plan plan : plan(subject, language)) {
            for (Retention one : plan.kept()) {
                lines.append("- ").append(one.what()).append(" (").append(one.basis());
                one.until().ifPresent(day -> lines.append(", ").append(Formats.day(day)));
                lines.append(")\n");
            }
        }
        return lines.toString().strip();
    }

    private Subject subject(ErasureRequest request) {
        return new Subject(request.account(), owner(request).flatMap(Account::party));
    }

    private static AuditRecord act(Acting clerk, String action, ErasureRequest request) {
        return AuditRecord.of(clerk, action, "account", request.account());
    }

    private static String id(Acting clerk) {
        return clerk.person().orElseThrow().id();
    }
}
