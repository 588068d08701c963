package pl.otwartagmina.service.payments.internal.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.otwartagmina.api.value.Money;

/** From which parts of a booking a refund is taken. */
public record RefundShare(int line, Money costs, Money interest, Money principal, Money surplus) {
    private enum Part {
        SURPLUS,
        PRINCIPAL,
        INTEREST,
        COSTS
    }

    private record Step(Booking booking, Part part) {}

    /**
     * Shares a refund out. Overpayments go back first; whatever is given back beyond them undoes the payment from its end,
     * the last line first: principal, then interest, then costs.
     *
     * @param bookings of the order
     * @param before what earlier refunds have taken from them
     * @throws IllegalArgumentException if it is more than is left of the bookings
     */
    public static List<RefundShare> of(Money amount, List<Booking> bookings, List<RefundShare> before) {
        Map<Integer, RefundShare> shares = new TreeMap<>();
        Money rest = amount;
        for (Step step : steps(bookings)) {
            int line = step.booking().line();
            Money left = part(step.booking(), step.part()).minus(taken(before, line, step.part()));
            Money take = left.compareTo(rest) < 0 ? left : rest;
            if (take.isPositive()) {
                shares.merge(line, only(line, step.part(), take), RefundShare::plus);
                rest = rest.minus(take);
            }
        }
        if (rest.isPositive()) {
            throw new IllegalArgumentException("No more is given back than was paid");
        }
        return List.copyOf(shares.values());
    }

    private static List<Step> steps(List<Booking> bookings) {
        List<Step> steps = new ArrayList<>();
        List<Booking> lastFirst = new ArrayList<>(bookings);
        Collections.reverse(lastFirst);
        lastFirst.forEach(booking -> steps.add(new Step(booking, Part.SURPLUS)));
        for (Booking booking : lastFirst) {
            steps.add(new Step(booking, Part.PRINCIPAL));
            steps.add(new Step(booking, Part.INTEREST));
            steps.add(new Step(booking, Part.COSTS));
        }
        return steps;
    }

    private static Money taken(List<RefundShare> before, int line, Part part) {
        return before.stream()
                .filter(share -> share.line() == line)
                .map(share -> share.get(part))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money part(Booking booking, Part part) {
        return switch (part) {
            case SURPLUS -> booking.surplus();
            case PRINCIPAL -> booking.principal();
            case INTEREST -> booking.interest();
            case COSTS -> booking.costs();
        };
    }

    private Money get(Part part) {
        return switch (part) {
            case SURPLUS -> surplus;
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case COSTS -> costs;
        };
    }

    private static RefundShare only(int line, Part part, Money amount) {
        return new RefundShare(
                line,
                part == Part.COSTS ? amount : Money.ZERO,
                part == Part.INTEREST ? amount : Money.ZERO,
                part == Part.PRINCIPAL ? amount : Money.ZERO,
                part == Part.SURPLUS ? amount : Money.ZERO);
    }

    private RefundShare plus(RefundShare other) {
        return new RefundShare(
                line,
                costs.plus(other.costs),
                interest.plus(other.interest),
                principal.plus(other.principal),
                surplus.plus(other.surplus));
    }

    /** All of it. */
    public Money amount() {
        return costs.plus(interest).plus(principal).plus(surplus);
    }
}
