package pl.otwartagmina.api.gateway;

import pl.otwartagmina.api.value.Money;

/**
 * What a gateway takes.
 *
 * @param least smallest amount of an order
 * @param most largest amount of an order
 * @param manyAccounts whether one order may be for several accounts of the gmina; otherwise each account has its own order
 */
public record Terms(Money least, Money most, boolean manyAccounts) {
    public Terms {
        if (!least.isPositive() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("A gateway takes from something up to at least as much");
        }
    }

    /** Whether an order of this amount is taken. */
    public boolean take(Money amount) {
        return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
    }
}
