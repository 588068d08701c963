package pl.otwartagmina.service.payments.internal;

import java.util.List;
import java.util.stream.Stream;
import pl.otwartagmina.api.value.Money;

/**
 * A taxpayer's account (karta podatnika) with all that was ever on it.
 *
 * @param card its number, such as "240000021"
 * @param dues newest year first, in the order of their last days
 * @param payments newest first
 * @param components newest year first
 */
public record TaxAccount(
        String card, Kind kind, List<Owed> dues, List<Payment> payments, List<TaxComponent> components) {
    public TaxAccount {
        dues = List.copyOf(dues);
        payments = List.copyOf(payments);
        components = List.copyOf(components);
    }

    /** What is owed, what of it is late, and what was paid too much. */
    public Summary summary() {
        return Summary.of(
                dues.stream().filter(owed -> owed.state() != DueState.PAID).toList(),
                Stream.concat(payments.stream().map(Payment::surplus), paidForWithdrawn())
                        .reduce(Money.ZERO, Money::plus));
    }

    private Stream<Money> paidForWithdrawn() {
        return dues.stream().map(Owed::due).filter(Due::isWithdrawn).map(Due::pending);
    }
}
