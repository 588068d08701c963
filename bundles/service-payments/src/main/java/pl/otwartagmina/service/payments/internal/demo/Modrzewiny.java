package pl.otwartagmina.service.payments.internal.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.WorkingDays;
import pl.otwartagmina.service.payments.internal.demo.DemoFiles.Card;
import pl.otwartagmina.service.payments.internal.demo.DemoFiles.Settled;

/**
 * The tax system of an invented gmina: the same day, seed and resident give the same files. Its rates are invented too,
 * below the yearly maxima.
 */
final class Modrzewiny {
    static final int TAXPAYERS = 12_000;
    /** Name of the file that is to be imported last. */
    static final String LAST_FILE = DemoFiles.name("payments");

    private static final long SEED = 240_000_021L;
    private static final List<String> STREETS = List.of(
            "ul. Leśna",
            "ul. Modrzewiowa",
            "ul. Szkolna",
            "ul. Polna",
            "ul. Ogrodowa",
            "ul. Źródlana",
            "ul. Młyńska",
            "ul. Kościelna",
            "ul. Łąkowa",
            "ul. 3 Maja",
            "ul. Świerkowa",
            "ul. Strażacka",
            "Dąbrówka",
            "Żabieniec",
            "Stara Wieś",
            "Nowe Brzezie");
    private static final Money REMINDER = Money.of("16.00");

    private final DemoFiles files;
    private final LocalDate today;
    private final int year;
    private final Random random = new Random(SEED);
    private final InventedNumbers numbers;
    private final Nrb taxAccount;

    private Modrzewiny(DemoFiles files, LocalDate today, Pesel resident) {
        this.files = files;
        this.today = today;
        this.year = today.getYear();
        this.numbers = new InventedNumbers(random, resident);
        this.taxAccount = numbers.account();
    }

    /** How somebody pays. */
    private enum Habit {
        PUNCTUAL,
        FORGETS_THE_LAST,
        IN_PARTS,
        NOTHING_THIS_YEAR
    }

    /**
     * Writes the files as the tax system would on that day, the resident's rows first.
     *
     * @return the files, to be imported in this order
     */
    static List<Path> write(Path folder, LocalDate today, Pesel resident, int taxpayers) throws IOException {
        try (DemoFiles files = new DemoFiles(folder)) {
            Modrzewiny gmina = new Modrzewiny(files, today, resident);
            new DemoResident(files, today, resident, gmina.taxAccount, gmina.numbers.account()).write();
            for (int number = 1; number < taxpayers; number++) {
                if (number % 20 == 0) {
                    gmina.company(number);
                } else {
                    gmina.person(number);
                }
            }
            return files.paths();
        }
    }

    private void person(int number) throws IOException {
        String taxpayer = numbers.pesel().digits() + ";";
        Habit habit = habit();
        String place = STREETS.get(random.nextInt(STREETS.size())) + " " + (1 + random.nextInt(140));
        int share = random.nextInt(100);
        Kind kind = share < 62
                ? Kind.REAL_ESTATE
                : share < 85 ? Kind.COMBINED : share < 95 ? Kind.AGRICULTURAL : Kind.FOREST;
        Card card = card(taxpayer, kind, number, "nakaz RRRR " + (1 + number / 500) + "/" + (1 + number % 500));
        List<Component> reasons = reasons(kind, place);
        // most people have nothing to look for in an old year; leaving it out halves the time of the first start
        boolean history = habit != Habit.PUNCTUAL || number % 4 == 0;
        for (int taxYear = history ? year - 1 : year; taxYear <= year; taxYear++) {
            tax(card, taxYear, habit, reasons);
        }
        if (share % 10 < 7) {
            waste(card(taxpayer, Kind.WASTE, number, "deklaracja DO-1"), habit);
        }
        if (random.nextInt(25) == 0) {
            Card lease = card(taxpayer, Kind.LEASE, number, "umowa " + (1 + random.nextInt(90)) + "/2021");
            due(
                    lease,
                    year,
                    Instalment.NONE,
                    LocalDate.of(year, 3, 31),
                    Money.ofGrosze(9_000 + random.nextInt(60_000)),
                    habit);
        }
    }

    private void company(int number) throws IOException {
        String taxpayer = ";" + numbers.nip().digits();
        Habit habit = habit();
        Card card = card(taxpayer, Kind.REAL_ESTATE, number, "DN-1 RRRR");
        Money monthly = Money.ofGrosze(100L * (240 + random.nextInt(9_000)));
        for (int month = 1; month <= 12; month++) {
            due(card, year, Instalment.of(month, 12), Calendar.monthly(year, month), monthly, habit);
        }
        if (random.nextInt(3) == 0) {
            Card transport = card(taxpayer, Kind.TRANSPORT, number, "DT-1 RRRR");
            Money half = Money.ofGrosze(100L * (430 + random.nextInt(1_200)));
            due(transport, year, Instalment.of(1, 2), Calendar.transport(year, 0), half, habit);
            due(transport, year, Instalment.of(2, 2), Calendar.transport(year, 1), half, habit);
        }
    }

    private void tax(Card card, int taxYear, Habit habit, List<Component> reasons) throws IOException {
        long zloty = 0;
        for (Component reason : reasons) {
            zloty += reason.tax();
            if (taxYear == year) {
                files.component(
                        card,
                        taxYear,
                        reason.name(),
                        reason.base(),
                        reason.base(),
                        reason.unit(),
                        reason.rate(),
                        Money.ofGrosze(100 * reason.tax()));
            }
        }
        // a tax of up to 100 zł is paid at once with the first instalment
        List<Long> parts = zloty <= 100 ? List.of(zloty) : unequal(zloty);
        for (int i = 0; i < parts.size(); i++) {
            due(
                    card,
                    taxYear,
                    Instalment.of(i + 1, parts.size()),
                    Calendar.instalment(taxYear, i),
                    Money.ofGrosze(100 * parts.get(i)),
                    habit);
        }
    }

    private void waste(Card card, Habit habit) throws IOException {
        Money quarterly = Money.ofGrosze(3L * 3_350 * (1 + random.nextInt(5)));
        for (int quarter = 1; quarter <= 4; quarter++) {
            LocalDate day = YearMonth.of(year, quarter * 3).atEndOfMonth();
            due(card, year, Instalment.forPeriod(year + "-Q" + quarter), day, quarterly, habit);
        }
    }

    private void due(Card card, int taxYear, Instalment part, LocalDate day, Money amount, Habit habit)
            throws IOException {
        LocalDate last = WorkingDays.onOrAfter(day);
        boolean past = last.isBefore(today);
        boolean early = !past && random.nextInt(7) == 0;
        boolean unpaid =
                switch (habit) {
                    case PUNCTUAL -> !past && !early;
                    case FORGETS_THE_LAST -> !last.isBefore(today.minusMonths(3));
                    case IN_PARTS -> !last.isBefore(today.minusMonths(8));
                    case NOTHING_THIS_YEAR -> taxYear == year;
                };
        if (!unpaid) {
            boolean tooMuch = random.nextInt(150) == 0;
            Money surplus = tooMuch ? Money.ofGrosze(100L * (1 + random.nextInt(40))) : Money.ZERO;
            String id = files.due(card, taxYear, part, day, amount, Settled.fully(amount));
            if (taxYear == year) {
                LocalDate paidOn = last.isBefore(today) ? last.minusDays(random.nextInt(12)) : today.minusDays(2);
                files.payment(card, id, paidOn, amount.plus(surplus), surplus);
            }
        } else if (past && habit == Habit.IN_PARTS) {
            Money part1 =
                    new Money(amount.amount().multiply(new BigDecimal("0.4")).setScale(2, RoundingMode.HALF_UP));
            String id = files.due(card, taxYear, part, day, amount, new Settled(part1, Money.ZERO, Money.ZERO));
            files.payment(card, id, last, part1, Money.ZERO);
        } else {
            boolean reminded = habit == Habit.NOTHING_THIS_YEAR && last.isBefore(today.minusDays(45));
            boolean onItsWay = past && !reminded && random.nextInt(4) == 0;
            files.due(
                    card,
                    taxYear,
                    part,
                    day,
                    amount,
                    new Settled(Money.ZERO, onItsWay ? amount : Money.ZERO, reminded ? REMINDER : Money.ZERO));
        }
    }

    /** A line of the reasons; amounts in the files are in Polish notation. */
    private record Component(String name, String base, String unit, String rate, long tax) {}

    private List<Component> reasons(Kind kind, String place) {
        List<Component> reasons = new ArrayList<>();
        if (kind == Kind.REAL_ESTATE || kind == Kind.COMBINED) {
            reasons.add(reason("Grunty pozostałe, " + place, 300 + random.nextInt(1_500), "m²", "0.52"));
            reasons.add(reason("Budynek mieszkalny, " + place, 48 + random.nextInt(190), "m²", "1.08"));
        }
        if (kind == Kind.AGRICULTURAL || kind == Kind.COMBINED) {
            reasons.add(reason("Użytki rolne, " + place, 1 + random.nextInt(14), "ha przel.", "185.62"));
        }
        if (kind == Kind.FOREST) {
            reasons.add(reason("Lasy, " + place, 1 + random.nextInt(9), "ha", "64.31"));
        }
        return reasons;
    }

    private static Component reason(String name, int base, String unit, String rate) {
        long tax = new BigDecimal(rate)
                .multiply(BigDecimal.valueOf(base))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Component(name, String.valueOf(base), unit, rate.replace('.', ','), tax);
    }

    /** Four parts as tax systems make them, by rounding each component of a combined tax for itself. */
    private List<Long> unequal(long zloty) {
        long quarter = zloty / 4;
        long first = quarter + random.nextInt(2);
        long second = quarter - random.nextInt(2);
        long third = quarter + random.nextInt(2);
        return List.of(first, second, third, zloty - first - second - third);
    }

    private Card card(String taxpayer, Kind kind, int number, String decision) {
        int prefix =
                switch (kind) {
                    case REAL_ESTATE -> 24;
                    case AGRICULTURAL -> 31;
                    case FOREST -> 32;
                    case COMBINED -> 33;
                    case TRANSPORT -> 45;
                    case WASTE -> 51;
                    case LEASE -> 60;
                    case STAMP_DUTY, OTHER -> 90;
                };
        String digits = String.valueOf(prefix * 10_000_000 + 1_000 + number);
        Nrb account = kind == Kind.WASTE ? numbers.account() : taxAccount;
        return new Card(taxpayer, kind, digits, decision, account);
    }

    private Habit habit() {
        int share = random.nextInt(100);
        if (share < 84) {
            return Habit.PUNCTUAL;
        }
        return share < 92 ? Habit.FORGETS_THE_LAST : share < 96 ? Habit.IN_PARTS : Habit.NOTHING_THIS_YEAR;
    }
}
