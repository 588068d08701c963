package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * Who is using the portal in this browser, and in whose name.
 *
 * @param person the person signed in, empty for a visitor
 * @param locale the language the person reads now
 * @param origin the browser, for the audit trail
 */
public record Acting(Optional<Person> person, Locale locale, Origin origin) {
    /** Somebody who comes from nowhere in particular, as in tests. */
    public Acting(Optional<Person> person, Locale locale) {
        this(person, locale, Origin.PORTAL);
    }

    /** A visitor who has not signed in. */
    public static Acting visitor(Locale locale) {
        return new Acting(Optional.empty(), locale);
    }

    /** The level at which this browser is signed in. */
    public AccessLevel level() {
        return person.map(Person::level).orElse(AccessLevel.PUBLIC);
    }

    /** Whether the person signed in has this role. */
    public boolean has(Role role) {
        return person.filter(who -> who.roles().contains(role)).isPresent();
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
