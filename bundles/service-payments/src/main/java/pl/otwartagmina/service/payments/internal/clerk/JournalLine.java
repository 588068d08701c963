package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/**
 * An order in the journal of payments.
 *
 * @param id the order's
 * @param created when it was written down
 * @param title of its first due
 * @param more how many dues there are besides
 * @param reference the gateway's, empty as long as it is not known
 */
public record JournalLine(
        String id,
        Instant created,
        String gateway,
        OrderState state,
        Money amount,
        String reference,
        String title,
        int more) {
    /** Where a page of the journal ends; the next one goes on from there. */
    public record Mark(Instant created, String id) {}

    /** The place of this line. */
    public Mark mark() {
        return new Mark(created, id);
    }
}
