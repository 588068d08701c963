package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.value.Money;

/**
 * Interest on what is late, by the law that a due follows.
 *
 * @param tax on taxes and fees that are settled like taxes
 * @param civil on debts of civil law, such as rent
 */
public record LateInterest(TaxInterest tax, CivilInterest civil) {
    /** With the rates that come with the module. */
    public static LateInterest builtIn() {
        return of("", "");
    }

    /**
     * With rates that the operator adds, separated by commas.
     *
     * @param tax such as {@code rate 2026-12-03 9.5, minimum 2027-01-01 9.30}
     * @param civil such as {@code rate 2026-12-03 9.0}
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static LateInterest of(String tax, String civil) {
        return new LateInterest(
                new TaxInterest(InterestRates.builtIn(tax.split(",", -1))),
                new CivilInterest(InterestRates.civil(civil.split(",", -1))));
    }

    /**
     * What is charged on {@code day} for a principal whose last day was {@code dueDay}.
     *
     * @return empty where only the office can tell
     */
    public Optional<Money> on(InterestRule rule, Money principal, LocalDate dueDay, LocalDate day) {
        return switch (rule) {
            case NONE -> Optional.of(Money.ZERO);
            case TAX -> tax.on(principal, dueDay, day);
            case CIVIL -> civil.on(principal, dueDay, day);
            case OFFICE -> Optional.empty();
        };
    }

    /** The days of delay, cut where the rate changes; none where nothing is reckoned here. */
    public List<RateSpan> spans(InterestRule rule, LocalDate dueDay, LocalDate day) {
        return switch (rule) {
            case TAX -> tax.spans(dueDay, day);
            case CIVIL -> civil.spans(dueDay, day);
            case NONE, OFFICE -> List.of();
        };
    }
}
