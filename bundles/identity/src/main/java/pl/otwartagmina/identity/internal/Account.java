package pl.otwartagmina.identity.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * An account (konto).
 *
 * @param id opaque and stable
 * @param userName lower case
 * @param email as its owner wrote it; empty for somebody who signs in elsewhere and has given none
 * @param password empty for somebody who signs in elsewhere
 * @param party once the identity is confirmed
 * @param verifiedAt when the identity was confirmed
 */
public record Account(
        String id,
        String userName,
        Optional<String> email,
        String firstName,
        String lastName,
        State state,
        Optional<PasswordHash> password,
        Optional<Locale> language,
        Optional<PartyKey> party,
        Optional<Instant> verifiedAt,
        Instant createdAt,
        Optional<Instant> signedInAt,
        Set<Role> roles) {

    /** What an account can be used for. */
    public enum State {
        /** The e-mail address is not confirmed. */
        UNCONFIRMED,
        ACTIVE,
        /** Nobody signs in any more. */
        CLOSED
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    /** Its owner, as the portal and its modules see them. */
    public Person person() {
        return new Person(
                id,
                firstName,
                lastName,
                verifiedAt.isPresent() ? AccessLevel.VERIFIED : AccessLevel.ACCOUNT,
                party,
                roles,
                language);
    }

    public String name() {
        return firstName + " " + lastName;
    }

    /** Holds no password, not even its hash. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
