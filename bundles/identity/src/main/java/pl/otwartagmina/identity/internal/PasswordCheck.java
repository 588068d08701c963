package pl.otwartagmina.identity.internal;

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
        /** It is the password, or the account has none to be asked for. */
        RIGHT,
        WRONG,
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
        Account account = account(acting);
        Optional<PasswordHash> hash = account.password();
        if (hash.isEmpty()) {
            return Answer.RIGHT;
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

    private Account account(Acting acting) {
        return acting.person().flatMap(who -> accounts.find(who.id())).orElseThrow();
    }
}
