package pl.otwartagmina.service.payments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * Late interest on local taxes (odsetki za zwłokę), art. 53–56 and 63 Ordynacji podatkowej: principal × days × rate /
 * 365, also in leap years, each rate for its days, and only the sum rounded.
 */
public final class TaxInterest {
    /** 365 days × 100 percent. */
    private static final BigDecimal DIVISOR = BigDecimal.valueOf(36_500);

    private final InterestRates rates;

    public TaxInterest(InterestRates rates) {
        this.rates = rates;
    }

    /**
     * Days of one rate.
     *
     * @param from first day
     * @param to last day, included
     * @param percent the yearly rate
     */
    public record Span(LocalDate from, LocalDate to, BigDecimal percent) {
        /** How many days. */
        public long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        /** The interest of these days to a hundredth of a grosz, to be shown; the sum is made from exact figures. */
        public BigDecimal interest(Money principal) {
            return principal.amount().multiply(percentDays()).divide(DIVISOR, 4, RoundingMode.HALF_UP);
        }

        BigDecimal percentDays() {
            return percent.multiply(BigDecimal.valueOf(days()));
        }
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
        if (exact.compareTo(rates.minimumOn(day).amount().multiply(DIVISOR)) <= 0) {
            return Optional.of(Money.ZERO);
        }
        return Optional.of(new Money(exact.divide(DIVISOR, 0, RoundingMode.HALF_UP)));
    }

    /** From the day after {@code dueDay} up to and including {@code day}, cut where the rate changes. */
    public List<Span> spans(LocalDate dueDay, LocalDate day) {
        List<Span> spans = new ArrayList<>();
        LocalDate from = dueDay.plusDays(1);
        while (!from.isAfter(day)) {
            LocalDate change = rates.nextChange(from).orElse(LocalDate.MAX);
            LocalDate to = change.isAfter(day) ? day : change.minusDays(1);
            spans.add(new Span(from, to, rates.rateOn(from).getValue()));
            from = to.plusDays(1);
        }
        return spans;
    }

    /** Interest × 36 500: a figure without any rounding. */
    BigDecimal exactTimesDivisor(Money principal, LocalDate dueDay, LocalDate day) {
        return spans(dueDay, day).stream()
                .map(Span::percentDays)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(principal.amount());
    }
}
