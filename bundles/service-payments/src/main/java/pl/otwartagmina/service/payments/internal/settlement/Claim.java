package pl.otwartagmina.service.payments.internal.settlement;

import java.time.LocalDate;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Owed;

/**
 * What is owed of one due on the day of a payment.
 *
 * @param due id of the due
 * @param dueDay its last day
 * @param costs of a reminder that was delivered (koszty upomnienia)
 * @param principal what is left of it
 * @param interest as it is charged on the day of payment
 */
public record Claim(String due, Kind kind, LocalDate dueDay, Money costs, Money principal, Money interest) {
    public Claim {
        if (costs.isNegative() || principal.isNegative() || interest.isNegative()) {
            throw new IllegalArgumentException("A claim is not negative");
        }
    }

    /** The due as it stands on its day; interest that only the office can count is left out. */
    public static Claim of(Owed owed) {
        return new Claim(
                owed.due().id(),
                owed.due().kind(),
                owed.due().dueDay(),
                owed.due().reminderCost(),
                owed.due().principalLeft(),
                owed.interest().orElse(Money.ZERO));
    }

    /** All of it. */
    public Money total() {
        return costs.plus(principal).plus(interest);
    }

    /** Whether its last day has passed. */
    public boolean isLateOn(LocalDate day) {
        return dueDay.isBefore(day);
    }
}
