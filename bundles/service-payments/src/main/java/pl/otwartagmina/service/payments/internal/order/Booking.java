package pl.otwartagmina.service.payments.internal.order;

import java.time.LocalDate;
import pl.otwartagmina.api.value.Money;

/**
 * What was booked of a line of an order.
 *
 * @param costs of a reminder
 * @param principal what the due got
 * @param surplus what it did not need any more, because it was paid otherwise meanwhile: an overpayment (nadpłata)
 * @param paidOn the day of the payment (art. 60 Ordynacji podatkowej)
 */
public record Booking(
        String order,
        int line,
        OrderLine of,
        Money costs,
        Money interest,
        Money principal,
        Money surplus,
        LocalDate paidOn) {

    /**
     * Books a line against what is still open of its due. Interest was quoted for the day and is kept; what came too much is
     * taken from the principal first, then from the interest and the costs.
     *
     * @param open principal and costs of the due that are neither paid nor pending, without this line
     * @param costsOpen the costs in it
     */
    public static Booking of(String order, int line, OrderLine of, Money open, Money costsOpen, LocalDate paidOn) {
        Money costs = least(of.costs(), least(costsOpen, open));
        Money principal = least(of.principal(), open.minus(costs));
        // a due that is settled bears no interest that anybody still owes
        Money interest = open.isPositive() ? of.interest() : Money.ZERO;
        Money surplus = of.amount().minus(costs).minus(principal).minus(interest);
        return new Booking(order, line, of, costs, interest, principal, surplus, paidOn);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** All of it, which is what the line paid. */
    public Money amount() {
        return costs.plus(interest).plus(principal).plus(surplus);
    }
}
