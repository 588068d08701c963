package pl.otwartagmina.service.payments.internal.ui.clerk;

import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.value.Money;

/** Amounts as clerks type them. */
final class Amounts {
    private static final Pattern TYPED = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");
    private static final Pattern GAPS = Pattern.compile("[ \u00a0\u202f]|zł");

    private Amounts() {}

    /** {@code 1 234,5} and the like; empty for what is no amount of more than nothing. */
    static Optional<Money> read(String typed) {
        String digits = GAPS.matcher(typed).replaceAll("");
        return TYPED.matcher(digits).matches()
                ? Optional.of(Money.of(digits.replace(',', '.'))).filter(Money::isPositive)
                : Optional.empty();
    }
}
