package pl.otwartagmina.service.payments.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * Interest for delay on debts of civil law (odsetki ustawowe za opóźnienie, art. 481 KC), such as rent and water:
 * principal × days × rate / 365, each rate for its days, and only the sum rounded, to the grosz. There is no minimum.
 */
public final class CivilInterest {
    private final InterestRates rates;

    /** @param rates {@link InterestRates#civil} */
    public CivilInterest(InterestRates rates) {
        this.rates = rates;
    }

    /**
     * The interest on {@code day} for a principal whose last day was {@code dueDay}.
     *
     * @return empty if the due is older than the rates known
     */
    public Optional<Money> on(Money principal, LocalDate dueDay, LocalDate day) {
        if (!rates.reachBackTo(dueDay.plusDays(1))) {
            return Optional.empty();
        }
        BigDecimal exact = RateSpan.exactTimesDivisor(spans(dueDay, day), principal);
        return Optional.of(new Money(exact.divide(RateSpan.DIVISOR, 2, RoundingMode.HALF_UP)));
    }

    /** From the day after {@code dueDay} up to and including {@code day}, cut where the rate changes. */
    public List<RateSpan> spans(LocalDate dueDay, LocalDate day) {
        return rates.spans(dueDay, day);
    }
}
