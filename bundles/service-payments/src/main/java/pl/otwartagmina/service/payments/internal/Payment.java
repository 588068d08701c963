package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;

/**
 * A payment that the tax system has booked.
 *
 * @param id its id in the tax system, unique
 * @param party who is credited
 * @param card the account it was booked to
 * @param dueId the due it was booked against, empty where there is none or more than one
 * @param day the day of payment (art. 60 Ordynacji)
 * @param amount what was paid; negative for a refund
 * @param surplus the part of it that is an overpayment today, not yet credited or paid back
 * @param portalPayment what was paid in the portal with it, as the portal names it; empty if it came another way
 */
public record Payment(
        String id,
        PartyKey party,
        String card,
        String dueId,
        LocalDate day,
        Money amount,
        Money surplus,
        String portalPayment) {
    public Payment {
        if (surplus.isNegative()) {
            throw new IllegalArgumentException("An overpayment is not negative");
        }
    }
}
