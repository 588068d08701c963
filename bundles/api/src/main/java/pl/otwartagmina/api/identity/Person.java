package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * A person signed in.
 *
 * @param id the account, opaque and stable
 * @param firstName as it is spoken to, such as "Anna"
 * @param lastName family name
 * @param level how surely we know who it is
 * @param party key of the person's own dues and cases, once the identity is confirmed
 * @param roles what the person may do for the office; none for a resident
 * @param language the language chosen in the profile, if any
 */
public record Person(
        String id,
        String firstName,
        String lastName,
        AccessLevel level,
        Optional<PartyKey> party,
        Set<Role> roles,
        Optional<Locale> language) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** A resident who has chosen no language. */
    public Person(String id, String firstName, String lastName, AccessLevel level, Optional<PartyKey> party) {
        this(id, firstName, lastName, level, party, Set.of(), Optional.empty());
    }

    /** The same person, known as surely as this. */
    public Person at(AccessLevel other) {
        return new Person(id, firstName, lastName, other, party, roles, language);
    }

    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** The two letters of the account button. */
    public String initials() {
        return firstName.substring(0, 1) + lastName.substring(0, 1);
    }
}
