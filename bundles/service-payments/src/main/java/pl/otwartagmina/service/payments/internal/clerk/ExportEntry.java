package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.time.LocalDate;
import pl.otwartagmina.api.value.Nrb;

/**
 * What the finance system gets of a booking, or of what was given back of one.
 *
 * @param refund id of the refund, or of the entry of a statement by which the bank took a transfer back; empty for a payment
 * @param order id of the order, or of the entry of a statement that is a transfer
 * @param line of the order, or part of the transfer
 * @param source the module that the due is from
 * @param due its id there: {@code source_id} of the tax system for dues of this module
 * @param paidOn the day of the payment (art. 60 Ordynacji podatkowej); of what went back the day it was done
 * @param booked when the portal booked it
 * @param gateway id of the gateway, or {@link DayReport#TRANSFER}
 * @param gatewayReference the gateway's id of the payment; the bank's of a transfer
 * @param card of a transfer, because an overpayment may be of no due; else empty
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
        String gatewayReference,
        String card) {
    /** The portal's reference, by which the tax system names the payment when it hands it back. */
    public String reference() {
        return order + "/" + line;
    }

    /** {@code payment}, {@code refund}, or {@code reversal} for a transfer that the bank took back. */
    public String entry() {
        if (refund.isEmpty()) {
            return "payment";
        }
        return gateway.equals(DayReport.TRANSFER) ? "reversal" : "refund";
    }
}
