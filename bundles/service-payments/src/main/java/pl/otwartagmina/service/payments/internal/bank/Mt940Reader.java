package pl.otwartagmina.service.payments.internal.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.bank.BankEntry.Direction;

/** Reads MT940 (SWIFT Standards, Category 9, Customer Statement Message) as Polish banks write it. */
final class Mt940Reader {
    private static final Pattern FIELD = Pattern.compile(":(\\d{2}[A-Z]?):(.*)");

    /** Mark, day, currency, amount. */
    private static final Pattern BALANCE = Pattern.compile("([CD])\\d{6}([A-Z]{3})(\\d{1,15},\\d{0,2})\\s*");

    /** Value day, booking day, mark, third letter of the currency, amount, type of movement, references. */
    private static final Pattern ENTRY =
            Pattern.compile("(\\d{6})(\\d{4})?(RC|RD|C|D)[A-Z]?(\\d[\\d,.]*)([A-Z][A-Z0-9]{3})?(.*)");

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12},\\d{0,2}");
    private static final int LONGEST = 4096;
    private static final int THIS_CENTURY = 2000;
    private static final int HALF_A_YEAR = 183;

    private final Mt940Format format;
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<Draft> draft = Optional.empty();
    private Optional<Field> entry = Optional.empty();

    private Mt940Reader(Mt940Format format) {
        this.format = format;
    }

    /** A field with its lines, parted by {@code \n}. */
    private record Field(int line, String tag, String text) {
        /** With a line more, up to more than any field may have: another file must not take all memory. */
        Field with(String more) {
            return text.length() > LONGEST ? this : new Field(line, tag, text + "\n" + more);
        }
    }

    static BankFile read(byte[] file, Mt940Format format) throws BankFileRefused {
        Encodings.Decoded decoded = Encodings.decode(file, format.encoding());
        Mt940Reader reader = new Mt940Reader(format);
        fields(decoded.text()).forEach(reader::take);
        reader.finish();
        if (reader.statements.isEmpty() && reader.faults.isEmpty()) {
            throw new BankFileRefused(BankFileRefused.Reason.NO_STATEMENT);
        }
        return new BankFile(decoded.encoding(), reader.statements, reader.faults);
    }

    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        Optional<Field> open = Optional.empty();
        int number = 0;
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            number++;
            // the blocks of a SWIFT envelope
            String line = raw.startsWith("{") ? raw.replaceFirst("^.*\\{4:", "") : raw;
            Matcher start = FIELD.matcher(line);
            if (start.matches()) {
                open.ifPresent(fields::add);
                open = Optional.of(new Field(number, start.group(1), start.group(2)));
            } else if (line.equals("-") || line.startsWith("-}") || line.startsWith("{")) {
                open.ifPresent(fields::add);
                open = Optional.empty();
            } else {
                open = open.map(field -> field.with(line));
            }
        }
        open.ifPresent(fields::add);
        return fields;
    }

    private void take(Field field) {
        if (field.tag().equals("20")) {
            finish();
            draft = Optional.of(new Draft(field.line()));
        } else {
            draft.ifPresent(statement -> take(statement, field));
        }
    }

    private void take(Draft statement, Field field) {
        if (!field.tag().equals("86")) {
            entryDone(statement, "");
        }
        switch (field.tag()) {
            case "25" -> statement.account(field.text());
            case "28", "28C" -> statement.number(field.text());
            case "60F", "60M" -> balance(statement, field).ifPresent(statement::opening);
            case "61" -> entry = Optional.of(field);
            case "86" -> entryDone(statement, field.text());
            case "62F", "62M" -> balance(statement, field).ifPresent(statement::closing);
            default -> {
                // references and other balances
            }
        }
    }

    private void finish() {
        draft.ifPresent(statement -> {
            entryDone(statement, "");
            statement.finish(statements, faults);
        });
        draft = Optional.empty();
    }

    private static Optional<Money> balance(Draft statement, Field field) {
        Matcher parts = BALANCE.matcher(field.text());
        if (!parts.matches()) {
            statement.unusable(Fault.Reason.AMOUNT);
            return Optional.empty();
        }
        if (!parts.group(2).equals("PLN")) {
            statement.unusable(Fault.Reason.CURRENCY);
        }
        Money money = money(parts.group(3));
        return Optional.of(parts.group(1).equals("C") ? money : money.negate());
    }

    /** The entry is complete, with or without a field 86. */
    private void entryDone(Draft statement, String details) {
        entry.ifPresent(field -> {
            int position = statement.next();
            Matcher parts = ENTRY.matcher(field.text().split("\n", -1)[0].strip());
            if (!parts.matches()) {
                statement.reject(field.line(), Fault.Reason.LINE);
            } else if (!AMOUNT.matcher(parts.group(4)).matches()
                    || money(parts.group(4)).isZero()) {
                statement.reject(field.line(), Fault.Reason.AMOUNT);
            } else {
                add(statement, field.line(), position, parts, Subfields.of(details));
            }
        });
        entry = Optional.empty();
    }

    private void add(Draft statement, int line, int position, Matcher parts, Subfields details) {
        // without an account the statement as a whole is refused
        statement.account().ifPresent(own -> {
            try {
                LocalDate valued = day(parts.group(1));
                LocalDate booked = parts.group(2) == null ? valued : near(valued, parts.group(2));
                Nrb account =
                        format.virtualAccountField().flatMap(details::account).orElse(own);
                statement.add(new BankEntry(
                        statement.number(),
                        position,
                        line,
                        booked,
                        valued,
                        direction(parts.group(3)),
                        money(parts.group(4)),
                        account,
                        details.account(),
                        details.name(),
                        details.title(),
                        reference(parts.group(6))));
            } catch (DateTimeException noSuchDay) {
                statement.reject(line, Fault.Reason.DAY);
            }
        });
    }

    private static Direction direction(String mark) {
        return switch (mark) {
            case "C" -> Direction.CREDIT;
            case "D" -> Direction.DEBIT;
            case "RC" -> Direction.CREDIT_REVERSED;
            default -> Direction.DEBIT_REVERSED;
        };
    }

    /** The bank's own reference stands behind {@code //}; before it that of the payer, or NONREF. */
    private static String reference(String references) {
        String[] both = references.strip().split("//", 2);
        String reference = both.length > 1 ? both[1] : both[0];
        return reference.equals("NONREF") ? "" : reference.strip();
    }

    private static Money money(String amount) {
        String decimal = amount.replace(',', '.');
        return Money.of(decimal.endsWith(".") ? decimal + "0" : decimal);
    }

    private static LocalDate day(String digits) {
        return LocalDate.of(THIS_CENTURY + number(digits, 0), number(digits, 2), number(digits, 4));
    }

    /** The booking day has no year: it is the one that is nearest to the value day. */
    private static LocalDate near(LocalDate valued, String digits) {
        LocalDate sameYear = LocalDate.of(valued.getYear(), number(digits, 0), number(digits, 2));
        long apart = ChronoUnit.DAYS.between(valued, sameYear);
        if (apart > HALF_A_YEAR) {
            return sameYear.minusYears(1);
        }
        return apart < -HALF_A_YEAR ? sameYear.plusYears(1) : sameYear;
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
