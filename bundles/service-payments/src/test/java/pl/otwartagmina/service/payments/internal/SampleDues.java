package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/** Dues for tests. */
public final class SampleDues {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 11);
    public static final PartyKey ANNA = new PartyKey("0".repeat(31) + "a");
    public static final PartyKey JAN = new PartyKey("0".repeat(31) + "b");
    public static final Nrb GMINA = Nrb.ofBban("999999991234567890123456");

    private SampleDues() {}

    /** Anna's instalment of 131,00 zł for real estate. */
    public static Due realEstate(String id, LocalDate dueDay, String paid) {
        return due(id, ANNA, Kind.REAL_ESTATE, "240000021", dueDay, "131.00", paid, "0.00", "0.00");
    }

    public static Due due(
            String id,
            PartyKey party,
            Kind kind,
            String card,
            LocalDate dueDay,
            String principal,
            String paid,
            String pending,
            String reminderCost) {
        return new Due(
                id,
                party,
                kind,
                card,
                "nakaz " + dueDay.getYear() + " 12/24",
                dueDay.getYear(),
                Instalment.of(3, 4),
                dueDay,
                Money.of(principal),
                Money.of(paid),
                Money.of(pending),
                Money.of(reminderCost),
                GMINA);
    }
}
