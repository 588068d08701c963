package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * Who is using the portal in this browser, and in whose name.
 *
 * @param person the person signed in, empty for a visitor
 * @param locale the language the person reads now
 */
public record Acting(Optional<Person> person, Locale locale) {
    /** A visitor who has not signed in. */
    public static Acting visitor(Locale locale) {
        return new Acting(Optional.empty(), locale);
    }

    /** The level at which this browser is signed in. */
    public AccessLevel level() {
        return person.map(Person::level).orElse(AccessLevel.PUBLIC);
    }

    /**
     * The party whose matters are shown.
     *
     * @return empty for a visitor and for somebody whose identity is not confirmed
     */
    public Optional<PartyKey> party() {
        return person.flatMap(Person::party);
    }
}
