package pl.otwartagmina.service.payments.internal.csv;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is wrong with a cell or a row. It never repeats what stood there.
 *
 * @param arguments of the words: bounds, counts, places
 */
public record Reason(Sort sort, List<String> arguments) {
    /** Sorts of faults, with the words of the console; the screens have theirs under {@code payments.fault.<code>}. */
    public enum Sort {
        EMPTY("is empty"),
        NEGATIVE("is negative"),
        NUMBER("is no number such as 131,00 or 131.00"),
        DECIMALS("has more than %s decimals"),
        WHOLE("is no whole number"),
        BETWEEN("is not between %s and %s"),
        DAY("is no day such as 2026-09-15 or 15.09.2026"),
        YES_NO("is neither yes nor no"),
        BOTH("both pesel and nip are filled"),
        NEITHER("neither pesel nor nip is filled"),
        DIGITS("wrong number of digits"),
        CHECK_DIGIT("check digit does not fit"),
        DATE("holds a date that does not exist"),
        LONG("longer than %s characters"),
        ENCODING("characters that are no text in UTF-8"),
        CELLS("%s cells instead of %s"),
        QUOTE_OPEN("a quotation mark is not closed"),
        QUOTE_PLACE("quotation marks in the wrong place"),
        OBJECT("is no object in braces"),
        NESTED("is neither a text nor a number"),
        COLUMN_TWICE("is there twice"),
        NO_JSON("is no JSON; from here on the file was not read"),
        BEHIND("something stands behind the rows; it was not read"),
        LINE_TWICE("is the same as in line %s"),
        ELEMENT_TWICE("is the same as in %s"),
        KIND("is none of the kinds in the documentation"),
        INSTALMENT("does not fit the number of instalments"),
        PAID("is more than the principal; an overpayment belongs in the file of payments"),
        CARD("has characters other than letters, digits, space and . _ / -"),
        SOMEBODY_ELSE("names what somebody else owed"),
        NOTHING_PAID("names nothing that was paid in the portal; the row is taken");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        /** Its name in keys of texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Reason of(Sort sort, Object... arguments) {
        return new Reason(sort, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** In words for the operator. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, sort.words, arguments.toArray());
    }
}
