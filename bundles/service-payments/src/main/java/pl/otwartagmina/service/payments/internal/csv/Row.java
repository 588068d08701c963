package pl.otwartagmina.service.payments.internal.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.api.value.Pesel;

/** The cells of one row, read as what they must be. */
final class Row {
    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter POLISH_DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    /** What separates thousands in exports: space, no-break space, narrow no-break space. */
    private static final Pattern GAPS = Pattern.compile("[ \u00a0\u202f]");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}([.,]\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final Pattern DASHES = Pattern.compile("[ -]");

    private final Cells cells;

    /** The cells by their columns. */
    @FunctionalInterface
    interface Cells {
        /** As it stands there; null where there is no such column. */
        @Nullable
        String get(String column);
    }

    Row(Cells cells) {
        this.cells = cells;
    }

    /** The cell, empty where there is no such column. */
    private String cell(String column) {
        String cell = cells.get(column);
        return cell == null ? "" : cell.strip();
    }

    boolean has(String column) {
        return !cell(column).isEmpty();
    }

    String text(String column, int longest) throws BadRow {
        String text = cell(column);
        if (text.length() > longest) {
            throw new BadRow(column, Reason.Sort.LONG, longest);
        }
        // control characters would be refused by the database, the other one marks bytes that are not UTF-8
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\ufffd')) {
            throw new BadRow(column, Reason.Sort.ENCODING);
        }
        return text;
    }

    String requiredText(String column, int longest) throws BadRow {
        String text = text(column, longest);
        if (text.isEmpty()) {
            throw new BadRow(column, Reason.Sort.EMPTY);
        }
        return text;
    }

    /** An amount, negative too. */
    Money amount(String column) throws BadRow {
        requireFilled(column);
        return new Money(decimal(column, 2));
    }

    /** An amount of zero or more. */
    Money owedAmount(String column) throws BadRow {
        Money money = amount(column);
        if (money.isNegative()) {
            throw new BadRow(column, Reason.Sort.NEGATIVE);
        }
        return money;
    }

    /** The same; zero where the cell is empty. */
    Money orZero(String column) throws BadRow {
        return has(column) ? owedAmount(column) : Money.ZERO;
    }

    /** A number with at most {@code decimals} decimals; zero where the cell is empty. */
    BigDecimal decimal(String column, int decimals) throws BadRow {
        String digits = GAPS.matcher(cell(column)).replaceAll("");
        if (digits.isEmpty()) {
            return BigDecimal.ZERO.setScale(decimals);
        }
        if (!NUMBER.matcher(digits).matches()) {
            throw new BadRow(column, Reason.Sort.NUMBER);
        }
        try {
            return new BigDecimal(digits.replace(',', '.')).setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new BadRow(column, Reason.Sort.DECIMALS, decimals);
        }
    }

    int integer(String column, int least, int most) throws BadRow {
        String digits = cell(column);
        if (digits.isEmpty() && least <= 0) {
            return 0;
        }
        if (!WHOLE.matcher(digits).matches()) {
            throw new BadRow(column, Reason.Sort.WHOLE);
        }
        int number = Integer.parseInt(digits);
        if (number < least || number > most) {
            throw new BadRow(column, Reason.Sort.BETWEEN, least, most);
        }
        return number;
    }

    /** {@code yes} or {@code no}; no where the cell is empty. */
    boolean flag(String column) throws BadRow {
        return switch (cell(column)) {
            case "yes", "true" -> true;
            case "no", "false", "" -> false;
            default -> throw new BadRow(column, Reason.Sort.YES_NO);
        };
    }

    LocalDate day(String column) throws BadRow {
        String text = requireFilled(column);
        LocalDate day;
        try {
            day = LocalDate.parse(text, text.indexOf('.') > 0 ? POLISH_DAY : ISO_DAY);
        } catch (DateTimeException e) {
            throw new BadRow(column, Reason.Sort.DAY);
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new BadRow(column, Reason.Sort.BETWEEN, EARLIEST, LATEST);
        }
        return day;
    }

    Nrb account(String column) throws BadRow {
        String digits = DASHES.matcher(requireFilled(column)).replaceAll("");
        try {
            return new Nrb(digits.startsWith("PL") ? digits.substring(2) : digits);
        } catch (InvalidNumber e) {
            throw new BadRow(column, reason(e));
        }
    }

    /** The taxpayer, by the one of the two columns that is filled. */
    PartyKey party(PartyKeys keys) throws BadRow {
        if (has("pesel") == has("nip")) {
            throw new BadRow("pesel", has("pesel") ? Reason.Sort.BOTH : Reason.Sort.NEITHER);
        }
        String column = has("pesel") ? "pesel" : "nip";
        try {
            return has("pesel")
                    ? keys.of(new Pesel(cell("pesel")))
                    : keys.of(new Nip(DASHES.matcher(cell("nip")).replaceAll("")));
        } catch (InvalidNumber e) {
            throw new BadRow(column, reason(e));
        }
    }

    private String requireFilled(String column) throws BadRow {
        String text = cell(column);
        if (text.isEmpty()) {
            throw new BadRow(column, Reason.Sort.EMPTY);
        }
        return text;
    }

    private static Reason.Sort reason(InvalidNumber e) {
        return switch (e.fault()) {
            case SHAPE -> Reason.Sort.DIGITS;
            case CHECK_DIGIT -> Reason.Sort.CHECK_DIGIT;
            case DATE -> Reason.Sort.DATE;
        };
    }
}
