package pl.otwartagmina.service.payments.internal.order;

import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.DueOrigin;

/**
 * What an order pays of one due, in the order in which it is settled (art. 62 § 1a and 55 § 2 Ordynacji podatkowej).
 *
 * @param source id of the module that the due is from
 * @param due its id there
 * @param party who owes it
 * @param title of the due, as the payer read it
 * @param creditor the gmina's account for it
 * @param costs of a reminder
 * @param interest until the day of the payment
 * @param principal what the due itself gets
 */
public record OrderLine(
        String source,
        String due,
        PartyKey party,
        String title,
        Nrb creditor,
        Money costs,
        Money interest,
        Money principal) {
    public OrderLine {
        if (costs.isNegative() || interest.isNegative() || principal.isNegative()) {
            throw new IllegalArgumentException("Parts of a payment are not negative");
        }
        if (!costs.plus(interest).plus(principal).isPositive()) {
            throw new IllegalArgumentException("A line pays something");
        }
    }

    /** The name of the due among those of all modules. */
    public String dueName() {
        return DueOrigin.name(source, due);
    }

    /** All that is paid. */
    public Money amount() {
        return costs.plus(interest).plus(principal);
    }
}
