package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.otwartagmina.api.value.Money;

/**
 * All that a party owes, in a few figures.
 *
 * @param count how many dues are to be paid, overdue or not
 * @param toPay what they come to, interest included
 * @param interest late interest in it
 * @param overdueCount how many of them are overdue
 * @param overdue what those come to, interest included
 * @param next the next last day that has not passed
 * @param overpaid what the gmina owes back
 */
public record Summary(
        int count,
        Money toPay,
        Money interest,
        int overdueCount,
        Money overdue,
        Optional<LocalDate> next,
        Money overpaid) {

    /** Adds up. */
    public static Summary of(Collection<Owed> open, Money overpaid) {
        List<Owed> unpaid = open.stream()
                .filter(owed -> owed.state() != DueState.IN_PROGRESS)
                .toList();
        List<Owed> overdue =
                unpaid.stream().filter(owed -> owed.state() == DueState.OVERDUE).toList();
        return new Summary(
                unpaid.size(),
                total(unpaid),
                unpaid.stream().flatMap(owed -> owed.interest().stream()).reduce(Money.ZERO, Money::plus),
                overdue.size(),
                total(overdue),
                unpaid.stream()
                        .filter(owed -> owed.state() == DueState.TO_PAY)
                        .map(owed -> owed.due().dueDay())
                        .min(Comparator.naturalOrder()),
                overpaid);
    }

    /** One summary for each kind of which something is open, in the order of {@link Kind}. */
    public static Map<Kind, Summary> byKind(Collection<Owed> open) {
        return open.stream()
                .collect(Collectors.groupingBy(
                        owed -> owed.due().kind(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), dues -> of(dues, Money.ZERO))));
    }

    private static Money total(List<Owed> dues) {
        return dues.stream().map(Owed::toPay).reduce(Money.ZERO, Money::plus);
    }
}
