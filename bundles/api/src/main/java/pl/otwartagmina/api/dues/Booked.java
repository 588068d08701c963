package pl.otwartagmina.api.dues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;

/**
 * What payments has booked for a due, or given back of what it had booked.
 *
 * @param id unique for ever, and the same each time the same is told; up to 80 characters
 * @param due id of the due in its module
 * @param party who owes it; somebody else may have paid
 * @param reverses of money given back, the id of the booking that it is taken from; empty for money that came
 * @param costs what was for the costs of a reminder
 * @param interest what was for interest
 * @param principal what was for the due itself
 * @param surplus what the due did not need: it stays with payments until it is given back, and is not the module's to credit
 * @param paidOn day of the payment (art. 60 Ordynacji podatkowej); of money given back the day on which that was done
 * @param booked when
 */
public record Booked(
        String id,
        String due,
        PartyKey party,
        Optional<String> reverses,
        Money costs,
        Money interest,
        Money principal,
        Money surplus,
        LocalDate paidOn,
        Instant booked) {
    public Booked {
        if (costs.isNegative() || interest.isNegative() || principal.isNegative() || surplus.isNegative()) {
            throw new IllegalArgumentException("Parts of a booking are not negative");
        }
    }

    /** Whether money was given back. */
    public boolean isReversal() {
        return reverses.isPresent();
    }

    /** What changes the due's own amounts: costs and principal, less where money was given back. */
    public Money effect() {
        Money parts = costs.plus(principal);
        return isReversal() ? parts.negate() : parts;
    }
}
