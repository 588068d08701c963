package pl.otwartagmina.service.payments.internal.clerk;

import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/**
 * What a clerk looks for in the journal of payments.
 *
 * @param from first day on which the order was written down
 * @param to last day
 * @param gateway id of a gateway, empty for all
 * @param number id of an order, with or without a line, or the gateway's reference; empty for all
 */
public record JournalFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<OrderState> state,
        String gateway,
        String number,
        Optional<Money> amount) {
    /** All orders. */
    public static final JournalFilter ALL =
            new JournalFilter(Optional.empty(), Optional.empty(), Optional.empty(), "", "", Optional.empty());

    public JournalFilter {
        number = number.strip();
    }

    /** The number without a line: what stands in an export leads to its order. */
    public String order() {
        int slash = number.indexOf('/');
        return slash < 0 ? number : number.substring(0, slash);
    }
}
