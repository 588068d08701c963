package pl.otwartagmina.api.dues;

import pl.otwartagmina.api.value.Money;

/**
 * The amounts of a due as its module counts them; less than a billion (10¹²) each.
 *
 * @param principal what it came to in the beginning
 * @param paid what of the principal is paid, by whatever way; at most the principal
 * @param costs costs of a reminder that are still owed
 */
public record DueAmounts(Money principal, Money paid, Money costs) {
    private static final Money TOO_MUCH = Money.of("1000000000000");

    public DueAmounts {
        if (principal.isNegative() || paid.isNegative() || costs.isNegative()) {
            throw new IllegalArgumentException("Amounts of a due are not negative");
        }
        if (principal.compareTo(TOO_MUCH) >= 0 || costs.compareTo(TOO_MUCH) >= 0) {
            throw new IllegalArgumentException("A due is less than a billion");
        }
        if (paid.compareTo(principal) > 0) {
            throw new IllegalArgumentException("No more is paid of a due than is owed");
        }
    }

    /** Nothing is paid yet. */
    public static DueAmounts of(Money principal) {
        return new DueAmounts(principal, Money.ZERO, Money.ZERO);
    }
}
