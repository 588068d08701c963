package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.mail.EmailAddress;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.EmailChanges;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;
import pl.otwartagmina.identity.internal.store.Links.Purpose;
import pl.otwartagmina.identity.internal.store.NameTaken;

/**
 * Changes the e-mail address of an account, once both addresses have agreed: a letter with a link goes to each. Whoever
 * finds an open browser, or has got at one of the mailboxes, changes nothing.
 */
@Component(service = EmailChange.class)
public final class EmailChange {
    private static final GuessRule LETTERS = new GuessRule.Bucket(5, Duration.ofMinutes(10));

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final EmailChanges changes;
    private final Links links;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final AccountLetters letters;
    private final Audit audit;

    /** What a link has brought about. */
    public enum Answer {
        /** The other address has still to agree. */
        ONE_OF_TWO,
        CHANGED,
        /** The link is not good any more. */
        GONE,
        /** Meanwhile another account has the address. */
        TAKEN
    }

    @Activate
    public EmailChange(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference EmailChanges changes,
            @Reference Links links,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference AccountLetters letters,
            @Reference Audit audit) {
        this.tables = tables;
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Begins to change the address of somebody signed in, whose password was checked. Whether the new address has an account
     * is not told.
     *
     * @param email valid
     * @return how long to wait, if it was asked for too often
     */
    public Optional<Duration> ask(Acting acting, String email) {
        Account account =
                acting.person().flatMap(who -> accounts.find(who.id())).orElseThrow();
        Optional<Duration> tooMany = guesses.admit(pseudonyms.of("email", account.id()), LETTERS);
        if (tooMany.isPresent()) {
            return tooMany;
        }
        tables.unit().tx(em -> {
            changes.begin(account.id(), email, account.email().isEmpty());
            audit.record(tables.unit(), AuditRecord.of(acting, "identity.email.ask", "account", account.id()));
            if (account.email().isPresent()) {
                letters.write(account, "emailOld", "email", Purpose.OLD_EMAIL);
            }
            // of an address that has an account nothing comes but a letter that says so
            if (accounts.byName(email).isPresent()) {
                letters.writeTo(email, account, "emailTaken");
            } else {
                letters.writeTo(email, account, "emailNew", "email", Purpose.NEW_EMAIL);
            }
            return account;
        });
        return Optional.empty();
    }

    /** The address that waits to be confirmed. */
    public Optional<String> waiting(Account account) {
        return changes.waiting(account.id());
    }

    /** The link of one of both letters was opened. */
    public Answer confirm(String secret, Origin origin) {
        try {
            return tables.unit().tx(em -> {
                Purpose whose =
                        links.look(secret, Purpose.OLD_EMAIL).isPresent() ? Purpose.OLD_EMAIL : Purpose.NEW_EMAIL;
                Optional<String> account = links.use(secret, whose);
                if (account.isEmpty() || changes.waiting(account.get()).isEmpty()) {
                    return Answer.GONE;
                }
                Optional<String> email = changes.agree(account.get(), whose);
                if (email.isEmpty()) {
                    return Answer.ONE_OF_TWO;
                }
                accounts.find(account.get()).ifPresent(before -> letters.write(before, "emailChanged"));
                Account now = accounts.setEmail(account.get(), email.get());
                audit.record(
                        tables.unit(), AuditRecord.by(now.id(), origin, "identity.email.change", "account", now.id()));
                return Answer.CHANGED;
            });
        } catch (NameTaken meanwhile) {
            return Answer.TAKEN;
        }
    }

    /** Whether it is an address, and another one than the account's. */
    public static boolean isNew(Account account, String email) {
        return EmailAddress.isValid(email)
                && account.email()
                        .filter(old -> EmailAddress.normal(old).equals(EmailAddress.normal(email)))
                        .isEmpty();
    }
}
