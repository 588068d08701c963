package pl.otwartagmina.api.identity;

import java.util.Optional;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * A person signed in.
 *
 * @param id the account, opaque and stable
 * @param firstName as it is spoken to, such as "Anna"
 * @param lastName family name
 * @param level how surely we know who it is
 * @param party key of the person's own dues and cases, once the identity is confirmed
 */
public record Person(String id, String firstName, String lastName, AccessLevel level, Optional<PartyKey> party) {
    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** The two letters of the account button. */
    public String initials() {
        return firstName.substring(0, 1) + lastName.substring(0, 1);
    }
}
