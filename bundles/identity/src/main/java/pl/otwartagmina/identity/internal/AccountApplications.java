package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.identity.internal.AccountApplication.State;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.ApplicationStore;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;
import pl.otwartagmina.identity.internal.store.NameTaken;

/** Accounts by application: a clerk grants or refuses, a letter answers. */
@Component(service = AccountApplications.class)
public final class AccountApplications {
    /** How long the first password can be set after a grant. */
    private static final Duration INVITATION = Duration.ofDays(7);

    private static final GuessRule APPLICATIONS = new GuessRule.Bucket(10, Duration.ofMinutes(10));

    private final IdentityTables tables;
    private final ApplicationStore applications;
    private final AccountStore accounts;
    private final Links links;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final AccountLetters letters;
    private final Audit audit;

    /** What came of a decision. */
    public enum Outcome {
        DONE,
        /** Somebody else has decided meanwhile. */
        ALREADY,
        /** The address has an account: only a refusal is left. */
        ADDRESS_TAKEN
    }

    @Activate
    public AccountApplications(
            @Reference IdentityTables tables,
            @Reference ApplicationStore applications,
            @Reference AccountStore accounts,
            @Reference Links links,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference AccountLetters letters,
            @Reference Audit audit) {
        this.tables = tables;
        this.applications = applications;
        this.accounts = accounts;
        this.links = links;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Files an application; a letter says that it has arrived. Of two for one address the first counts, and the answer is
     * the same.
     *
     * @param message at most {@link AccountApplication#LONGEST} characters
     * @return how long to wait, if too many were filed from this browser's address
     */
    public Optional<Duration> ask(NewAccount applicant, String message, Origin origin) {
        Optional<Duration> tooMany = guesses.admit(pseudonyms.of("apply", origin.address()), APPLICATIONS);
        if (tooMany.isPresent()) {
            return tooMany;
        }
        try {
            tables.unit().tx(em -> applications.add(applicant, message).map(filed -> {
                audit.record(
                        tables.unit(),
                        AuditRecord.by(
                                AuditRecord.VISITOR, origin, "identity.application.ask", "application", filed.id()));
                letters.answer(applicant, "applicationFiled");
                return filed;
            }));
        } catch (NameTaken meanwhile) {
            // the same address at the same moment: that one counts
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Those that wait, the oldest first; that somebody looked is in the audit trail. */
    public List<AccountApplication> open(Acting clerk) {
        return tables.unit().tx(em -> {
            List<AccountApplication> open = applications.open();
            open.forEach(one -> audit.record(
                    tables.unit(), act(clerk, "identity.application.look", one).because("application")));
            return open;
        });
    }

    /** Makes the account; a letter leads to its first password. */
    public Outcome grant(Acting clerk, AccountApplication application) {
        try {
            return tables.unit().tx(em -> {
                if (!decide(clerk, application, State.GRANTED, "")) {
                    return Outcome.ALREADY;
                }
                Account made = accounts.add(application.applicant(), Optional.empty(), Account.State.ACTIVE);
                audit.record(tables.unit(), act(clerk, "identity.application.grant", application));
                letters.writeWithSecret(
                        made,
                        "applicationGranted",
                        "password",
                        links.make(made.id(), Links.Purpose.PASSWORD, INVITATION));
                return Outcome.DONE;
            });
        } catch (NameTaken taken) {
            return Outcome.ADDRESS_TAKEN;
        }
    }

    /** Refuses; a letter tells why. */
    public Outcome refuse(Acting clerk, AccountApplication application, String reason) {
        return tables.unit().tx(em -> {
            if (!decide(clerk, application, State.REFUSED, reason)) {
                return Outcome.ALREADY;
            }
            audit.record(
                    tables.unit(),
                    act(clerk, "identity.application.refuse", application).because(reason));
            letters.answer(application.applicant(), "applicationRefused", reason);
            return Outcome.DONE;
        });
    }

    private boolean decide(Acting clerk, AccountApplication application, State decision, String reason) {
        if (!clerk.has(People.VERIFIER)) {
            throw new IllegalStateException("Only a clerk decides on applications");
        }
        return applications.decide(
                application.id(), decision, clerk.person().orElseThrow().id(), reason);
    }

    private static AuditRecord act(Acting clerk, String action, AccountApplication application) {
        return AuditRecord.of(clerk, action, "application", application.id());
    }
}
