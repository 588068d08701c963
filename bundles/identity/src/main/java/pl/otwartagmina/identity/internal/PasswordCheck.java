package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.Guesses;

/** Asks somebody signed in for the password once more: whoever finds an open browser is not its owner. */
@Component(service = PasswordCheck.class)
public final class PasswordCheck {
    private final AccountStore accounts;
    private final Guesses guesses;
    private final Pseudonyms pseudonyms;
    private final Hashing hashing;

    /** What came of it. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** The account has none: somebody who signs in elsewhere. What that allows is for the caller to say. */
        NONE,
        /** Not looked at: too many were wrong before. */
        TOO_MANY
    }

    @Activate
    public PasswordCheck(
            @Reference AccountStore accounts,
            @Reference Guesses guesses,
            @Reference Pseudonyms pseudonyms,
            @Reference Hashing hashing) {
        this.accounts = accounts;
        this.guesses = guesses;
        this.pseudonyms = pseudonyms;
        this.hashing = hashing;
    }

    /** Whether the account has a password; somebody who signs in elsewhere has none. */
    public boolean isAsked(Acting acting) {
        return account(acting).password().isPresent();
    }

    /**
     * Checks the password; it can be guessed no oftener than at sign-in.
     *
     * @throws Hashing.Busy if too many people are at it now
     */
    public Answer check(Acting acting, char[] password) throws Hashing.Busy {
        return check(account(acting), password);
    }

    /** The same for the owner of the account of this id. */
    Answer check(String account, char[] password) throws Hashing.Busy {
        return check(accounts.find(account).orElseThrow(), password);
    }

    private Answer check(Account account, char[] password) throws Hashing.Busy {
        Optional<PasswordHash> hash = account.password();
        if (hash.isEmpty()) {
            return Answer.NONE;
        }
        String subject = pseudonyms.of("account", account.id());
        if (guesses.admit(subject, GuessRule.Doubling.USUAL).isPresent()) {
            return Answer.TOO_MANY;
        }
        if (!hashing.fits(password, hash)) {
            return Answer.WRONG;
        }
        guesses.succeeded(subject, GuessRule.Doubling.USUAL);
        return Answer.RIGHT;
    }

    /** After which it is worth trying again where too many people are at it. */
    Duration patience() {
        return hashing.patience();
    }

    private Account account(Acting acting) {
        return acting.person().flatMap(who -> accounts.find(who.id())).orElseThrow();
    }
}
