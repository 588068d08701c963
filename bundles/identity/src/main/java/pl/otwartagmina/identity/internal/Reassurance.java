package pl.otwartagmina.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.identity.SignIn.Assurance;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.identity.internal.store.AccountStore;
import pl.otwartagmina.identity.internal.store.FederatedIdentities;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * That it is the owner of an account, and not somebody who found an open browser, who connects another way to sign in: by the
 * password, or by a fresh sign-in where there is none. It holds for one connection, in one session, for some minutes.
 */
@Component(service = Reassurance.class)
public final class Reassurance {
    /** As long as somebody may stay at a provider. */
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final IdentityTables tables;
    private final AccountStore accounts;
    private final FederatedIdentities identities;
    private final PasswordCheck passwords;
    private final Map<Given, Instant> given = new ConcurrentHashMap<>();

    private record Given(String account, String session) {}

    @Activate
    public Reassurance(
            @Reference IdentityTables tables,
            @Reference AccountStore accounts,
            @Reference FederatedIdentities identities,
            @Reference PasswordCheck passwords) {
        this.tables = tables;
        this.accounts = accounts;
        this.identities = identities;
        this.passwords = passwords;
    }

    /** What is still to be shown before this provider is connected. */
    Assurance needed(Person person, String provider, AccessLevel level, Origin origin) {
        Account account = accounts.find(person.id()).orElseThrow();
        boolean connected = identities.providers(account.id()).contains(provider);
        // a provider that proves who somebody is joins a verified account with nobody but its owner
        boolean provesOwner = level == AccessLevel.STRONG && account.party().isPresent();
        if (connected || provesOwner || isGiven(person, account, origin)) {
            return Assurance.NONE;
        }
        return account.password().isPresent() ? Assurance.PASSWORD : Assurance.SIGN_IN;
    }

    /** The owner typed the password. */
    SignIn.Result byPassword(Person person, char[] password, Origin origin) {
        try {
            return switch (passwords.check(person.id(), password)) {
                case RIGHT -> {
                    give(person.id(), origin);
                    yield new SignIn.Welcome(person);
                }
                case WRONG, NONE -> new SignIn.Refused();
                case TOO_MANY -> new SignIn.Later(TRY_AGAIN);
            };
        } catch (Hashing.Busy busy) {
            return new SignIn.Later(passwords.patience());
        }
    }

    /** The owner came by a provider just now; it counts where there is no password to be asked for. */
    void bySignIn(Account account, Origin origin) {
        if (account.password().isEmpty()) {
            give(account.id(), origin);
        }
    }

    private void give(String account, Origin origin) {
        Instant now = tables.clock().instant();
        given.values().removeIf(until -> !until.isAfter(now));
        given.put(new Given(account, origin.session()), now.plus(VALIDITY));
    }

    private boolean isGiven(Person person, Account account, Origin origin) {
        Instant until = given.getOrDefault(new Given(account.id(), origin.session()), Instant.MIN);
        return tables.clock().instant().isBefore(until) || isStrong(person, account);
    }

    private static boolean isStrong(Person person, Account account) {
        return account.password().isEmpty() && person.level() == AccessLevel.STRONG;
    }

    /** Whether one more provider may be connected now; asked once for each. */
    boolean use(Person person, Account account, Origin origin) {
        boolean sure = isGiven(person, account, origin);
        given.remove(new Given(account.id(), origin.session()));
        return sure;
    }
}
