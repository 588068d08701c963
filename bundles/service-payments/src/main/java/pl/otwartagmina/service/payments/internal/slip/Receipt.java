package pl.otwartagmina.service.payments.internal.slip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;

/**
 * What one creditor account got of a confirmed payment.
 *
 * @param number of the payment in the portal, as the resident finds it again
 * @param gateway name of the company that took the money
 * @param confirmed when it said so
 * @param creditor name of the gmina or its unit
 * @param creditorAddress its address, empty for none
 * @param creditorNip its tax identification number
 * @param account its account
 * @param payer who paid, as the person signed in is called
 * @param owner for whom it was paid, empty if for the payer
 * @param lines at least one
 * @param overpayment what the law leaves over (nadpłata), mostly zero
 */
public record Receipt(
        String number,
        String gateway,
        Instant confirmed,
        String creditor,
        String creditorAddress,
        Optional<Nip> creditorNip,
        Nrb account,
        String payer,
        String owner,
        List<Line> lines,
        Money overpayment) {

    /**
     * What was paid of one due.
     *
     * @param due what it is called, such as "Podatek od nieruchomości, rata 3 z 4"
     * @param numbers decision and card, small beside it
     */
    public record Line(String due, String numbers, Money costs, Money interest, Money principal) {
        /** All of it. */
        public Money total() {
            return costs.plus(interest).plus(principal);
        }
    }

    public Receipt {
        lines = List.copyOf(lines);
        if (lines.isEmpty() && overpayment.isZero()) {
            throw new IllegalArgumentException("A receipt is for something");
        }
    }

    /** What the account got. */
    public Money total() {
        return lines.stream().map(Line::total).reduce(overpayment, Money::plus);
    }
}
