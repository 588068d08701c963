package pl.otwartagmina.service.payments.internal.store;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;

/** Somebody of the office, for tests. */
public final class Clerks {
    public static final Acting CLERK = new Acting(
            Optional.of(new Person(
                    "clerk",
                    "Barbara",
                    "Lis",
                    AccessLevel.ACCOUNT,
                    Optional.empty(),
                    Set.of(Role.clerk("payments")),
                    Optional.empty())),
            Locale.forLanguageTag("pl"),
            new Origin("192.0.2.9", "s1"));

    private Clerks() {}
}
