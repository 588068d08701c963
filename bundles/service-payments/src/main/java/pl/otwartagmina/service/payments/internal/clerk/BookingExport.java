package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * An export to the finance system.
 *
 * @param number counts up from 1
 * @param by the account that made it, or {@code console}
 * @param period of an export of days; empty for what no such export held before
 * @param received the sum of the payments in it
 * @param returned the sum of the refunds in it
 */
public record BookingExport(
        int number, Instant made, String by, Optional<Period> period, int entries, Money received, Money returned) {
    /** Days, both included. */
    public record Period(LocalDate from, LocalDate to) {
        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A period ends after it begins");
            }
        }
    }
}
