package pl.otwartagmina.service.payments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * Late interest on local taxes (odsetki za zwłokę), art. 53–56 and 63 Ordynacji podatkowej: principal × days × rate /
 * 365, also in leap years, each rate for its days, and only the sum rounded.
 */
public final class TaxInterest {
    private final InterestRates rates;

    public TaxInterest(InterestRates rates) {
        this.rates = rates;
    }

    /**
     * The interest that is charged on {@code day} for a principal whose last day was {@code dueDay}: full złoty, nothing
     * if it would not exceed the minimum of art. 54 § 1 pkt 5.
     *
     * @return empty if the due is older than the rates known
     */
    public Optional<Money> on(Money principal, LocalDate dueDay, LocalDate day) {
        if (!rates.reachBackTo(dueDay.plusDays(1))) {
            return Optional.empty();
        }
        BigDecimal exact = exactTimesDivisor(principal, dueDay, day);
        // the unrounded amount is compared, so 8.704 is charged and 8.70 is not
        if (exact.compareTo(minimumOn(day).amount().multiply(RateSpan.DIVISOR)) <= 0) {
            return Optional.of(Money.ZERO);
        }
        return Optional.of(new Money(exact.divide(RateSpan.DIVISOR, 0, RoundingMode.HALF_UP)));
    }

    /** From the day after {@code dueDay} up to and including {@code day}, cut where the rate changes. */
    public List<RateSpan> spans(LocalDate dueDay, LocalDate day) {
        return rates.spans(dueDay, day);
    }

    /** Interest up to this amount is not charged: art. 54 § 1 pkt 5. */
    public Money minimumOn(LocalDate day) {
        return rates.minimumOn(day);
    }

    /** Interest × 36 500: a figure without any rounding. */
    BigDecimal exactTimesDivisor(Money principal, LocalDate dueDay, LocalDate day) {
        return RateSpan.exactTimesDivisor(rates.spans(dueDay, day), principal);
    }
}
