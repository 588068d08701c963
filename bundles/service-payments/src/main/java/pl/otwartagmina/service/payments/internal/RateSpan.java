package pl.otwartagmina.service.payments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import pl.otwartagmina.api.value.Money;

/**
 * Days of one rate of interest.
 *
 * @param from first day
 * @param to last day, included
 * @param percent the yearly rate; a year has 365 days, also a leap year
 */
public record RateSpan(LocalDate from, LocalDate to, BigDecimal percent) {
    /** 365 days × 100 percent. */
    public static final BigDecimal DIVISOR = BigDecimal.valueOf(36_500);

    /** How many days. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The interest of these days to a hundredth of a grosz, to be shown; the sum is made from exact figures. */
    public BigDecimal interest(Money principal) {
        return principal.amount().multiply(percentDays()).divide(DIVISOR, 4, RoundingMode.HALF_UP);
    }

    /** The interest of all these days × {@link #DIVISOR}: a figure without any rounding. */
    public static BigDecimal exactTimesDivisor(List<RateSpan> spans, Money principal) {
        return spans.stream()
                .map(RateSpan::percentDays)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(principal.amount());
    }

    private BigDecimal percentDays() {
        return percent.multiply(BigDecimal.valueOf(days()));
    }
}
