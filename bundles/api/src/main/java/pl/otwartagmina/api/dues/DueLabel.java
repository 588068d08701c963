package pl.otwartagmina.api.dues;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a due is spoken of. Texts are keys of the module's messages, so that the list speaks the language of its reader.
 *
 * @param kind message key of what sort of due it is, such as {@code water.due.kind}: "Woda i ścieki"; dues of one kind are
 *     found together, and the oldest of a tax is settled first
 * @param title message key of what it is, for a list and for a bank: "Faktura {0} za wodę"; 200 characters once translated
 * @param arguments of the title, written out; at most 8
 * @param decision sign of the decision, contract or invoice, as it is written on the paper; up to 80 characters, or empty
 * @param year to which it belongs
 * @param instalment which part of it, if it is paid in parts that have due days of their own
 */
public record DueLabel(
        String kind, String title, List<String> arguments, String decision, int year, Optional<Instalment> instalment) {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9.-]{1,119}");
    private static final int ARGUMENTS = 8;
    private static final int LONGEST_ARGUMENT = 120;
    private static final int LONGEST_DECISION = 80;

    /**
     * "Rata 3 z 4".
     *
     * @param number from 1
     * @param of how many there are
     */
    public record Instalment(int number, int of) {
        public Instalment {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException("No instalment " + number + " of " + of);
            }
        }
    }

    public DueLabel {
        arguments = List.copyOf(arguments);
        if (!KEY.matcher(kind).matches() || !KEY.matcher(title).matches()) {
            throw new IllegalArgumentException("Kind and title are keys of messages: " + kind + ", " + title);
        }
        if (arguments.size() > ARGUMENTS
                || arguments.stream().anyMatch(argument -> argument.length() > LONGEST_ARGUMENT)) {
            throw new IllegalArgumentException("A title has at most 8 arguments of 120 characters");
        }
        if (decision.length() > LONGEST_DECISION) {
            throw new IllegalArgumentException("The sign of a decision has at most 80 characters");
        }
        if (year < 1900 || year > 9999) {
            throw new IllegalArgumentException("Not a year: " + year);
        }
    }

    /** A due that is paid at once, without a decision. */
    public DueLabel(String kind, String title, List<String> arguments, int year) {
        this(kind, title, arguments, "", year, Optional.empty());
    }
}
