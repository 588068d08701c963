package pl.otwartagmina.service.payments.internal.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.WorkingDays;
import pl.otwartagmina.service.payments.internal.demo.DemoFiles.Card;
import pl.otwartagmina.service.payments.internal.demo.DemoFiles.Settled;

/** The dues of the person behind the demo account: some of everything that the screens can show. */
final class DemoResident {
    private static final List<String> REAL_ESTATE = List.of("131.00", "129.00", "131.00", "130.00");
    private static final List<String> FARMLAND = List.of("413.00", "411.00", "412.00", "412.00");
    private static final Money WASTE = Money.of("67.00");

    private final DemoFiles files;
    private final LocalDate today;
    private final int year;
    private final String taxpayer;
    private final Nrb taxAccount;
    private final Nrb ownAccount;

    DemoResident(DemoFiles files, LocalDate today, Pesel pesel, Nrb taxAccount, Nrb ownAccount) {
        this.files = files;
        this.today = today;
        this.year = today.getYear();
        this.taxpayer = pesel.digits() + ";";
        this.taxAccount = taxAccount;
        this.ownAccount = ownAccount;
    }

    void write() throws IOException {
        realEstate();
        farmland();
        waste();
        garden();
    }

    /** This year's third instalment was forgotten. */
    private void realEstate() throws IOException {
        Card card = new Card(taxpayer, Kind.REAL_ESTATE, "240000021", "nakaz RRRR 12/24", taxAccount);
        for (int taxYear = year - 2; taxYear <= year; taxYear++) {
            for (int i = 0; i < 4; i++) {
                LocalDate day = Calendar.instalment(taxYear, i);
                Money amount = Money.of(REAL_ESTATE.get(i));
                if (taxYear < year || i < 2 && isPast(day)) {
                    paid(card, taxYear, Instalment.of(i + 1, 4), day, amount);
                } else {
                    files.due(card, taxYear, Instalment.of(i + 1, 4), day, amount, Settled.NOT);
                }
            }
            files.component(
                    card, taxYear, "Grunty pozostałe, ul. Leśna 4", "812", "812", "m²", "0,52", Money.of("422.00"));
            files.component(
                    card, taxYear, "Budynek mieszkalny, ul. Leśna 4", "92", "92", "m²", "1,08", Money.of("99.00"));
        }
    }

    /** Last year's third instalment is a real arrear: a reminder was sent, a little of it was paid, interest runs. */
    private void farmland() throws IOException {
        Card card = new Card(taxpayer, Kind.AGRICULTURAL, "310000177", "nakaz RRRR 4/118", taxAccount);
        for (int taxYear = year - 1; taxYear <= year; taxYear++) {
            for (int i = 0; i < 4; i++) {
                LocalDate day = Calendar.instalment(taxYear, i);
                Money amount = Money.of(FARMLAND.get(i));
                if (taxYear < year && i == 2) {
                    Settled reminded = new Settled(Money.of("12.00"), Money.ZERO, Money.of("16.00"));
                    String id = files.due(card, taxYear, Instalment.of(3, 4), day, amount, reminded);
                    files.payment(card, id, day, Money.of("12.00"), Money.ZERO);
                } else if (isPast(day)) {
                    paid(card, taxYear, Instalment.of(i + 1, 4), day, amount);
                } else {
                    files.due(card, taxYear, Instalment.of(i + 1, 4), day, amount, Settled.NOT);
                }
            }
            files.component(
                    card,
                    taxYear,
                    "Użytki rolne, Dąbrówka",
                    "9,1200",
                    "7,2400",
                    "ha przel.",
                    "227,62",
                    Money.of("1648.00"));
        }
    }

    /** Paid month by month; the last one is on its way, and once too much was sent. */
    private void waste() throws IOException {
        Card card = new Card(taxpayer, Kind.WASTE, "510000021", "deklaracja DO-1", ownAccount);
        YearMonth last = YearMonth.from(today);
        for (YearMonth month = last.minusMonths(32); !month.isAfter(last.plusMonths(1)); month = month.plusMonths(1)) {
            LocalDate day = month.atEndOfMonth();
            Instalment part = Instalment.forPeriod(month.toString());
            if (month.equals(last.minusMonths(1))) {
                files.due(card, month.getYear(), part, day, WASTE, new Settled(Money.ZERO, WASTE, Money.ZERO));
            } else if (month.isBefore(last)) {
                paid(card, month.getYear(), part, day, WASTE);
            } else {
                files.due(card, month.getYear(), part, day, WASTE, Settled.NOT);
            }
        }
        files.payment(card, "", last.minusMonths(2).atDay(20), Money.of("12.00"), Money.of("12.00"));
        files.component(card, year, "Odpady segregowane, 2 osoby", "0", "2", "os.", "33,50", WASTE);
    }

    /** The yearly rent of a garden. */
    private void garden() throws IOException {
        Card card = new Card(taxpayer, Kind.LEASE, "600000021", "umowa 14/2019", taxAccount);
        for (int rentYear = year - 1; rentYear <= year; rentYear++) {
            LocalDate day = LocalDate.of(rentYear, 3, 31);
            Money rent = Money.of("184.50");
            if (isPast(day)) {
                paid(card, rentYear, Instalment.NONE, day, rent);
            } else {
                files.due(card, rentYear, Instalment.NONE, day, rent, Settled.NOT);
            }
        }
    }

    private void paid(Card card, int taxYear, Instalment part, LocalDate day, Money amount) throws IOException {
        String id = files.due(card, taxYear, part, day, amount, Settled.fully(amount));
        files.payment(card, id, day.minusDays(3), amount, Money.ZERO);
    }

    private boolean isPast(LocalDate day) {
        return WorkingDays.onOrAfter(day).isBefore(today);
    }
}
