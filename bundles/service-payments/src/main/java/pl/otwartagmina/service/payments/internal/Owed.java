package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * A due as it stands on a day.
 *
 * @param interest late interest until and with {@code day}; empty where the office counts it
 */
public record Owed(Due due, LocalDate day, DueState state, Optional<Money> interest) {
    /** The due on {@code day}. */
    public static Owed on(LocalDate day, Due due, LateInterest lateInterest) {
        DueState state = due.state(day);
        if (state != DueState.OVERDUE) {
            return new Owed(due, day, state, Optional.of(Money.ZERO));
        }
        // Art. 55 § 2 Ordynacji splits a part payment between principal and interest in proportion, and art. 451 § 1 KC
        // settles interest first: what is left of the principal bears interest from the first day.
        return new Owed(due, day, state, lateInterest.on(due.interest(), due.principalLeft(), due.dueDay(), day));
    }

    /** What must be sent on this day to be rid of it. */
    public Money toPay() {
        return due.open().minus(due.pending()).orZero().plus(interest.orElse(Money.ZERO));
    }
}
