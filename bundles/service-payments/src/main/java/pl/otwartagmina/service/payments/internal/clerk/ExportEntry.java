package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.time.LocalDate;
import pl.otwartagmina.api.value.Nrb;

/**
 * What the finance system gets of a booking, or of what was given back of one.
 *
 * @param refund id of the refund, empty for a payment
 * @param order id of the order
 * @param line of the order
 * @param source the module that the due is from
 * @param due its id there: {@code source_id} of the tax system for dues of this module
 * @param paidOn the day of the payment (art. 60 Ordynacji podatkowej); of a refund the day it was done
 * @param booked when the portal booked it
 * @param gatewayReference the gateway's id of the payment
 */
public record ExportEntry(
        String refund,
        String order,
        int line,
        String source,
        String due,
        Nrb creditor,
        LocalDate paidOn,
        Instant booked,
        DayReport.Amounts amounts,
        String gateway,
        String gatewayReference) {
    /** The portal's reference, by which the tax system names the payment when it hands it back. */
    public String reference() {
        return order + "/" + line;
    }

    /** {@code payment} or {@code refund}. */
    public String entry() {
        return refund.isEmpty() ? "payment" : "refund";
    }
}
