package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.identity.internal.PasswordCheck.Answer;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.Guesses;
import pl.otwartagmina.identity.internal.store.IdentityTables;
import pl.otwartagmina.identity.internal.store.Links;

/**
 * New accounts and forgotten passwords. What it answers, and how long it takes, is the same whether an address has an
 * account or not; only a letter to that address tells.
 */
@Component(service = Registration.class, configurationPid = "pl.otwartagmina.identity.registration")
@Designate(ocd = Registration.Config.class)
public final class Registration {
    /** How many may ask for an account. */
    @ObjectClassDefinition(name = "Registration", description = "How many may ask for an account")
    public @interface Config {
        @AttributeDefinition(
                description = "Accounts asked for in an hour from one internet address; a library is one address")
        int per__hour() default 20;
    }

    /** Letters to one account that has forgotten its password. */
    private static final GuessRule LETTERS = new GuessRule.Bucket(20, Duration.ofMinutes(3));

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final int QUEUE = 1000;

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final Links links;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final Hashing hashing;
    private final AccountLetters letters;
    private final Audit audit;
    private final OpenSessions sessions;
    private final PasswordCheck passwords;
    private final GuessRule perAddress;
    private final ExecutorService later = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            runnable -> new Thread(runnable, "identity-letters"));

    @Activate
    public Registration(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference Links links,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference Hashing hashing,
            @Reference AccountLetters letters,
            @Reference Audit audit,
            @Reference OpenSessions sessions,
            @Reference PasswordCheck passwords,
            Config config) {
        int perHour = config.per__hour();
        if (perHour < 1) {
            throw new IllegalArgumentException("per_hour must be at least 1, not " + perHour);
        }
        perAddress = new GuessRule.Bucket(perHour, Duration.ofHours(1).dividedBy(perHour));
        this.tables = tables;
        this.accounts = accounts;
        this.links = links;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.hashing = hashing;
        this.letters = letters;
        this.audit = audit;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    @Deactivate
    void close() throws InterruptedException {
        later.shutdown();
        if (!later.awaitTermination(10, TimeUnit.SECONDS)) {
            later.shutdownNow();
        }
    }

    /**
     * Asks for a new account; a letter with a link goes to the address. Whoever has an account there already gets a letter
     * that says so.
     *
     * @return how long to wait, if too many accounts were asked for from this browser's address
     * @throws Hashing.Busy if too many people are at it now; nothing was done
     */
    public Optional<Duration> register(NewAccount asked, char[] password, Origin origin) throws Hashing.Busy {
        Optional<Duration> tooMany = guesses.admit(pseudonyms.of("register", origin.address()), perAddress);
        if (tooMany.isPresent()) {
            return tooMany;
        }
        PasswordHash hash = hashing.hash(password);
        tables.unit().tx(em -> {
            Optional<Account> there = accounts.byName(asked.email().orElseThrow());
            if (there.isEmpty()) {
                Account made = accounts.add(asked, Optional.of(hash), Account.State.UNCONFIRMED);
                audit.record(tables.unit(), byOwner("identity.register", made, origin));
                askToConfirm(made);
            } else if (there.get().state() == Account.State.UNCONFIRMED) {
                askToConfirm(accounts.replaceUnconfirmed(there.get().id(), asked, hash));
            } else if (there.get().state() == Account.State.ACTIVE) {
                letters.write(there.get(), "known", "password", Links.Purpose.PASSWORD);
            }
            return true;
        });
        return Optional.empty();
    }

    /**
     * Confirms the address of a new account.
     *
     * @return the account, empty if the link is not good any more
     */
    public Optional<Account> confirm(String secret, Origin origin) {
        return tables.unit().tx(em -> links.use(secret, Links.Purpose.CONFIRM).map(id -> {
            Account account = accounts.confirm(id);
            audit.record(tables.unit(), byOwner("identity.confirm", account, origin));
            return account;
        }));
    }

    /** The account, by user name or address, gets a letter with both names and a link to set a new password. */
    public void forgot(String name, Origin origin) {
        try {
            // afterwards, so that it does not show in the time of the answer whether there is one
            later.execute(() -> {
                try {
                    accounts.byName(name)
                            .filter(account -> guesses.admit(pseudonyms.of("forgot", account.id()), LETTERS)
                                    .isEmpty())
                            .ifPresent(account -> remind(account, origin));
                } catch (RuntimeException failure) {
                    LOG.error("A letter to somebody who forgot the password could not be written", failure);
                }
            });
        } catch (RejectedExecutionException tooMany) {
            LOG.warn("A letter was not written: {} people have forgotten their passwords at once", QUEUE);
        }
    }

    private void remind(Account account, Origin origin) {
        tables.unit().tx(em -> {
            if (account.state() == Account.State.UNCONFIRMED) {
                askToConfirm(account);
            } else if (account.state() == Account.State.ACTIVE) {
                audit.record(tables.unit(), byOwner("identity.forgot", account, origin));
                letters.write(account, "forgotten", "password", Links.Purpose.PASSWORD);
            }
            return true;
        });
    }

    /** Whose password the link sets; empty if it is not good any more. */
    public Optional<Account> whoForgot(String secret) {
        return links.look(secret, Links.Purpose.PASSWORD).flatMap(accounts::find);
    }

    /**
     * Sets a new password, and signs the account out everywhere.
     *
     * @return whether the link was still good
     * @throws Hashing.Busy if too many people are at it now; the link stays good
     */
    public boolean setForgotten(String secret, char[] password, Origin origin) throws Hashing.Busy {
        PasswordHash hash = hashing.hash(password);
        Optional<Account> changed = tables.unit()
                .tx(em -> links.use(secret, Links.Purpose.PASSWORD).map(id -> changePassword(id, hash, origin)));
        changed.ifPresent(account -> {
            guesses.succeeded(pseudonyms.of("account", account.id()), GuessRule.Doubling.USUAL);
            sessions.endOthers(account.id(), "");
        });
        return changed.isPresent();
    }

    /**
     * Changes the password of somebody signed in, who has to know the old one; all other sessions end.
     *
     * @return {@link Answer#RIGHT} if it was changed; otherwise what is to be said of the old password
     */
    public Answer change(Acting acting, char[] old, char[] fresh) throws Hashing.Busy {
        Answer answer = passwords.check(acting, old);
        if (answer == Answer.RIGHT) {
            String account = acting.person().orElseThrow().id();
            PasswordHash hash = hashing.hash(fresh);
            tables.unit().tx(em -> changePassword(account, hash, acting.origin()));
            sessions.endOthers(account, acting.origin().session());
        }
        return answer;
    }

    private Account changePassword(String id, PasswordHash hash, Origin origin) {
        Account account = accounts.setPassword(id, hash);
        audit.record(tables.unit(), byOwner("identity.password", account, origin));
        letters.write(account, "changed");
        return account;
    }

    private void askToConfirm(Account account) {
        letters.write(account, "confirm", "confirm", Links.Purpose.CONFIRM);
    }

    private static AuditRecord byOwner(String action, Account account, Origin origin) {
        return AuditRecord.by(account.id(), origin, action, "account", account.id());
    }
}
