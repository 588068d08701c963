package pl.otwartagmina.service.payments.internal.order;

import pl.otwartagmina.api.value.Money;

/**
 * What of a due's {@code paid} may be the same money as what was paid for it in the portal and waits there to be seen in the
 * tax system. It is taken off what waits, so that no złoty is both paid and pending.
 *
 * <p>The tax system tells the same in two files, and either may come first. When a due has grown while money waits, the
 * growth is taken for that money. When a payment tells that it was other money after all, it is given back; when that is
 * told before, the growth to come is known to be other money: then the amount is negative.
 *
 * @param amount at most what waits
 * @param excess what the due has grown beyond all that waited: other money, of which a payment may tell yet
 */
public record Overlap(Money amount, Money excess) {
    /** Nothing. */
    public static final Overlap NONE = new Overlap(Money.ZERO, Money.ZERO);

    /**
     * After the due was read.
     *
     * @param growth of what is paid of it, and what of its costs is no more; negative if it is less
     * @param waiting all that waits
     */
    public Overlap grown(Money growth, Money waiting) {
        if (growth.isNegative()) {
            return without(growth.negate());
        }
        Money all = amount.plus(growth);
        Money most = least(all, waiting);
        return new Overlap(most, excess.plus(all.minus(most)));
    }

    /** After a payment told that so much of what is paid, now or when the due is read next, came another way. */
    public Overlap without(Money other) {
        Money known = least(excess, other);
        return new Overlap(amount.minus(other.minus(known)), excess.minus(known));
    }

    /**
     * After the due was read with what a payment had named before: that waits no more, and what is paid tells of it now.
     *
     * @param waiting all that waited
     * @param seen what of it was named
     */
    public Overlap seen(Money waiting, Money seen) {
        if (!waiting.minus(seen).isPositive()) {
            return NONE;
        }
        return amount.isPositive() ? new Overlap(amount.minus(seen).orZero(), excess) : this;
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
