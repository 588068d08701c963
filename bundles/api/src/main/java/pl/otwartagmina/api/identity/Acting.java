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
 * @param mandate by which the person acts for somebody else, empty for their own matters
 */
public record Acting(Optional<Person> person, Locale locale, Origin origin, Optional<Mandate> mandate) {
    /** Somebody in their own matters. */
    public Acting(Optional<Person> person, Locale locale, Origin origin) {
        this(person, locale, origin, Optional.empty());
    }

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
     * The party whose matters are shown: the one represented, or the person's own.
     *
     * @return empty for a visitor and for somebody whose identity is not confirmed
     */
    public Optional<PartyKey> party() {
        return mandate.map(Mandate::principal).or(() -> person.flatMap(Person::party));
    }

    /**
     * Whether what is shown may be acted upon so: in one's own matters always, in somebody else's as the mandate says. The
     * shell asks for {@link Mandate.Right#VIEW} before it shows a screen; a module asks before it pays or files.
     *
     * @param module id of the module that asks
     */
    public boolean may(String module, Mandate.Right right) {
        return mandate.map(one -> one.covers(module, right)).orElse(true);
    }

    /** The same person in their own matters. */
    public Acting inOwnName() {
        return new Acting(person, locale, origin);
    }
}
