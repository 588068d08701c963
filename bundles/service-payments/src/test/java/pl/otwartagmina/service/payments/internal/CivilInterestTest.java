package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.settlement.Derivation;

class CivilInterestTest {
    private static final InterestRates RATES = InterestRates.civil();
    private final CivilInterest interest = new CivilInterest(RATES);

    @ParameterizedTest
    @CsvSource({
        // 1000 × 365 × 7 % and so on, by hand
        "1000.00, 2016-12-31, 2017-12-31, 70.00",
        // 100 × (27 × 9,5 + 42 × 9,25) / 36 500 = 1,7671
        "100.00, 2026-02-05, 2026-04-15, 1.77",
        "0.01, 2026-02-05, 2026-04-15, 0.00",
        "100.00, 2026-03-05, 2026-03-06, 0.03",
        "100.00, 2026-03-05, 2026-03-05, 0.00"
    })
    void interest_is_exact_to_the_grosz_and_has_no_minimum(
            String principal, LocalDate due, LocalDate paid, String sum) {
        assertThat(interest.on(Money.of(principal), due, paid)).contains(Money.of(sum));
    }

    @Test
    void a_debt_older_than_the_rates_is_left_to_the_office() {
        assertThat(interest.on(Money.of("100"), LocalDate.of(2015, 12, 30), LocalDate.of(2026, 1, 1)))
                .isEmpty();
        assertThat(interest.on(Money.of("100"), LocalDate.of(2015, 12, 31), LocalDate.of(2026, 1, 1)))
                .isPresent();
    }

    @Test
    void the_operator_adds_a_rate_when_it_changes() {
        assertThat(new CivilInterest(InterestRates.civil("rate 2026-12-03 9.00"))
                        .spans(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4)))
                .extracting(RateSpan::percent)
                .containsExactly(new BigDecimal("9.25"), new BigDecimal("9.00"));
    }

    /** Since October 2021 the lombard rate is half a point above the reference rate; taxes follow the one, debts the other. */
    @Test
    void the_two_tables_tell_of_the_same_decisions_of_the_central_bank() {
        Map<LocalDate, BigDecimal> taxes = InterestRates.builtIn().percents().tailMap(LocalDate.of(2022, 2, 9));
        Map<LocalDate, BigDecimal> debts = RATES.percents().tailMap(LocalDate.of(2022, 2, 9));
        assertThat(debts.keySet()).isEqualTo(taxes.keySet());
        debts.forEach((day, percent) -> {
            BigDecimal lombard = percent.subtract(new BigDecimal("5.5")).add(new BigDecimal("0.5"));
            assertThat(lombard.multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(2)))
                    .isEqualByComparingTo(taxes.get(day));
        });
    }

    @Property
    void a_span_cut_in_two_differs_by_a_grosz_at_most(
            @ForAll @IntRange(max = 3000) int first,
            @ForAll @IntRange(max = 3000) int second,
            @ForAll @LongRange(max = 100_000_00) long grosze) {
        LocalDate due = LocalDate.of(2016, 1, 31);
        LocalDate middle = due.plusDays(first);
        LocalDate end = middle.plusDays(second);
        Money whole = interest.on(Money.ofGrosze(grosze), due, end).orElseThrow();
        Money parts = interest.on(Money.ofGrosze(grosze), due, middle)
                .orElseThrow()
                .plus(interest.on(Money.ofGrosze(grosze), middle, end).orElseThrow());
        assertThat(whole.minus(parts)).isBetween(Money.of("-0.01"), Money.of("0.01"));
    }

    @Test
    void a_derivation_tells_how_it_ends() {
        LocalDate due = LocalDate.of(2026, 3, 16);
        TaxInterest tax = new TaxInterest(InterestRates.builtIn());
        Money principal = Money.of("500");
        Derivation below =
                Derivation.of(tax, principal, due, LocalDate.of(2026, 5, 15)).orElseThrow();
        Derivation above =
                Derivation.of(tax, principal, due, LocalDate.of(2026, 5, 16)).orElseThrow();
        Derivation civil = Derivation.of(interest, principal, due, LocalDate.of(2026, 5, 15))
                .orElseThrow();
        assertThat(below.outcome()).isEqualTo(Derivation.Outcome.BELOW_MINIMUM);
        assertThat(below.exact()).isEqualByComparingTo("8.6301");
        assertThat(below.days()).isEqualTo(60);
        assertThat(above.outcome()).isEqualTo(Derivation.Outcome.CHARGED);
        assertThat(above.charged()).isEqualTo(Money.of("9"));
        assertThat(civil.charged()).isEqualTo(Money.of("7.60"));
        assertThat(Derivation.of(tax, principal, due, due).orElseThrow().outcome())
                .isEqualTo(Derivation.Outcome.IN_TIME);
        assertThat(Derivation.of(tax, principal, LocalDate.of(2001, 1, 1), due)).isEmpty();
    }
}
