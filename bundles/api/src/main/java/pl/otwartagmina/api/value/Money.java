package pl.otwartagmina.api.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in złoty, exact to the grosz; negative for what is owed back.
 *
 * @param amount scale 2, always
 */
public record Money(BigDecimal amount) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws ArithmeticException if the amount has a fraction of a grosz */
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Reads {@code 131.00}: a point, at most two decimals. */
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** So many grosze. */
    public static Money ofGrosze(long grosze) {
        return new Money(BigDecimal.valueOf(grosze, 2));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negate() {
        return new Money(amount.negate());
    }

    /** This, or zero where this is less. */
    public Money orZero() {
        return amount.signum() < 0 ? ZERO : this;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    /** {@code 131.00 PLN}, for logs; people see what {@code Formats} makes of it. */
    @Override
    public String toString() {
        return amount.toPlainString() + " PLN";
    }
}
