package pl.otwartagmina.api.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pl.otwartagmina.api.value.Money;

/** Amounts and days as people here read them, the same in all three languages. */
public final class Formats {
    /** Narrow no-break space (U+202F): digits stay together. */
    private static final char NARROW_SPACE = '\u202f';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    private Formats() {}

    /** {@code 1 234,56 zł}, with a minus sign for what is negative. */
    public static String amount(Money money) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(NARROW_SPACE);
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign('\u2212');
        return new DecimalFormat("#,##0.00", symbols).format(money.amount()) + "\u00a0zł";
    }

    /** {@code 15.09.2026, 14:05}, by the clock of the gmina. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** {@code 15.09.2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
