package pl.otwartagmina.service.payments.internal.ui;

import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.value.Money;

/** Amounts as people type them: {@code 1234,56}, {@code 1 234.5 zł}. */
final class TypedAmount {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");

    private TypedAmount() {}

    /** What is typed, if it is more than nothing. */
    static Optional<Money> read(String typed) {
        return Optional.of(typed.replaceAll("[\\s\\u00a0\\u202f]|zł", ""))
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(text -> Money.of(text.replace(',', '.')))
                .filter(Money::isPositive);
    }

    /** As it is typed. */
    static String of(Money money) {
        return money.amount().toPlainString().replace('.', ',');
    }
}
