package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a visitor chose on the page.
 *
 * @param way {@code blik}, the id of a bank, or nothing yet
 * @param code as it was typed
 */
record PayForm(String way, String code, Trial trial) {
    /** Invented: no bank is to be mistaken for a real one. */
    static final List<String> BANKS = List.of("modrzew", "rzeka", "granit", "stokrotka", "wiatrak");

    static final List<Integer> DELAYS = List.of(0, 10, 60, 600, 3600);
    static final List<Integer> COPIES = List.of(1, 2, 5);
    static final List<Integer> FAILURES = List.of(0, 1, 3, 1000);

    private static final String WRONG_CODE = "111121";
    private static final String OLD_CODE = "111122";

    static final PayForm EMPTY = new PayForm("", "", Trial.NONE);

    /** @param parameter gives the value of a field, empty if it was not sent */
    static PayForm of(UnaryOperator<String> parameter) {
        String code = parameter.apply("code").replaceAll("\\s", "");
        return new PayForm(
                parameter.apply("way"),
                code.length() > 20 ? code.substring(0, 20) : code,
                new Trial(
                        choice(parameter.apply("delay"), DELAYS),
                        !parameter.apply("lost").isEmpty(),
                        choice(parameter.apply("copies"), COPIES),
                        !parameter.apply("shuffled").isEmpty(),
                        choice(parameter.apply("failures"), FAILURES)));
    }

    private static int choice(String value, List<Integer> choices) {
        return choices.stream()
                .filter(choice -> choice.toString().equals(value))
                .findFirst()
                .orElse(choices.get(0));
    }

    boolean isBlik() {
        return way.equals("blik");
    }

    /** Key of the text that says what is wrong with it, empty if nothing is. */
    String fault() {
        if (!isBlik()) {
            return BANKS.contains(way) ? "" : "fault.way";
        }
        if (!code.matches("\\d{6}")) {
            return "fault.code";
        }
        return switch (code) {
            case WRONG_CODE -> "fault.code.wrong";
            case OLD_CODE -> "fault.code.old";
            default -> "";
        };
    }
}
