package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.value.Money;

class TaxInterestTest {
    private static final InterestRates RATES = InterestRates.builtIn();
    private final TaxInterest interest = new TaxInterest(RATES);

    @ParameterizedTest
    @CsvSource({
        "670.00, 2025-03-17, 2026-04-15, 89.00",
        "500.00, 2025-11-17, 2026-01-20, 10.00",
        "131.00, 2020-03-16, 2020-09-30, 0.00",
        "500.00, 2026-03-16, 2026-05-15, 0.00",
        "500.00, 2026-03-16, 2026-05-16, 9.00",
        "500.00, 2026-03-16, 2026-03-16, 0.00",
        "500.00, 2026-03-16, 2026-03-01, 0.00"
    })
    void the_worked_examples_come_out(String principal, LocalDate due, LocalDate paid, String charged) {
        assertThat(interest.on(Money.of(principal), due, paid)).contains(Money.of(charged));
    }

    @Test
    void each_rate_counts_for_its_own_days() {
        List<RateSpan> spans = interest.spans(LocalDate.of(2025, 3, 17), LocalDate.of(2026, 4, 15));
        assertThat(spans).extracting(RateSpan::days).containsExactly(51L, 56L, 63L, 35L, 28L, 28L, 91L, 42L);
        assertThat(spans)
                .extracting(span -> span.interest(Money.of("670")).toPlainString())
                .containsExactly("13.5744", "13.8773", "15.0337", "8.0308", "6.1677", "5.9107", "18.3745", "8.0951");
    }

    @Test
    void the_minimum_itself_is_not_charged_and_a_hundredth_of_a_grosz_more_is() {
        TaxInterest tenPercent =
                new TaxInterest(InterestRates.ofLines(List.of("rate 2020-01-01 10", "minimum 2020-01-01 8.70")));
        LocalDate due = LocalDate.of(2021, 1, 1);
        // 10 % of 87,00 zł in 365 days is 8,70 zł
        assertThat(tenPercent.on(Money.of("87.00"), due, due.plusDays(365))).contains(Money.ZERO);
        assertThat(tenPercent.on(Money.of("87.01"), due, due.plusDays(365))).contains(Money.of("9"));
    }

    @Test
    void half_a_zloty_is_rounded_up_and_less_down() {
        TaxInterest tenPercent =
                new TaxInterest(InterestRates.ofLines(List.of("rate 2020-01-01 10", "minimum 2020-01-01 8.70")));
        LocalDate due = LocalDate.of(2021, 1, 1);
        assertThat(tenPercent.on(Money.of("105.00"), due, due.plusDays(365))).contains(Money.of("11"));
        assertThat(tenPercent.on(Money.of("104.99"), due, due.plusDays(365))).contains(Money.of("10"));
    }

    @Test
    void a_due_older_than_the_rates_known_is_left_to_the_office() {
        assertThat(interest.on(Money.of("100"), LocalDate.of(2009, 3, 16), LocalDate.of(2026, 1, 1)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void the_operator_adds_a_rate_when_it_changes() {
        TaxInterest later = new TaxInterest(InterestRates.builtIn("rate 2026-12-03 9.5"));
        assertThat(later.spans(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4)))
                .extracting(RateSpan::percent)
                .containsExactly(new BigDecimal("10.5"), new BigDecimal("9.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate 2026-13-01 9.5", "rate 2026-12-01", "tax 2026-12-01 9.5", "rate 2026-12-01 9,5"})
    void a_line_that_is_no_rate_is_named(String line) {
        assertThatThrownBy(() -> InterestRates.builtIn(line)).hasMessageContaining(line);
    }

    @Property
    void splitting_a_span_at_any_day_gives_the_same_sum(
            @ForAll("days") LocalDate due,
            @ForAll @IntRange(max = 1500) int first,
            @ForAll @IntRange(max = 1500) int second,
            @ForAll @LongRange(min = 1, max = 100_000_000_00L) long grosze) {
        Money principal = Money.ofGrosze(grosze);
        LocalDate middle = due.plusDays(first);
        LocalDate end = middle.plusDays(second);
        assertThat(interest.exactTimesDivisor(principal, due, middle)
                        .add(interest.exactTimesDivisor(principal, middle, end)))
                .isEqualByComparingTo(interest.exactTimesDivisor(principal, due, end));
    }

    @Property
    void a_day_more_or_a_grosz_more_never_costs_less(
            @ForAll("days") LocalDate due,
            @ForAll @IntRange(max = 3000) int days,
            @ForAll @LongRange(min = 1, max = 100_000_00L) long grosze) {
        LocalDate end = due.plusDays(days);
        Money charged = interest.on(Money.ofGrosze(grosze), due, end).orElseThrow();
        assertThat(interest.on(Money.ofGrosze(grosze), due, end.plusDays(1)).orElseThrow())
                .isGreaterThanOrEqualTo(charged);
        assertThat(interest.on(Money.ofGrosze(grosze + 1), due, end).orElseThrow())
                .isGreaterThanOrEqualTo(charged);
    }

    @Property
    void at_every_change_the_day_before_has_the_old_rate_and_the_day_itself_the_new_one(
            @ForAll("changes") LocalDate change, @ForAll @LongRange(min = 1, max = 1_000_000_00L) long grosze) {
        Money principal = Money.ofGrosze(grosze);
        BigDecimal before = RATES.rateOn(change.minusDays(1)).getValue();
        BigDecimal after = RATES.rateOn(change).getValue();
        assertThat(before).isNotEqualByComparingTo(after);
        assertThat(interest.exactTimesDivisor(principal, change.minusDays(3), change))
                .isEqualByComparingTo(
                        principal.amount().multiply(before.add(before).add(after)));
    }

    @Property
    void the_spans_cover_every_day_once(@ForAll("days") LocalDate due, @ForAll @IntRange(max = 4000) int days) {
        List<LocalDate> covered = new ArrayList<>();
        for (RateSpan span : interest.spans(due, due.plusDays(days))) {
            span.from().datesUntil(span.to().plusDays(1)).forEach(covered::add);
        }
        assertThat(covered)
                .isEqualTo(due.plusDays(1).datesUntil(due.plusDays(days + 1L)).toList());
    }

    /** Days around every change of the rate, and any other. */
    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> near = changes()
                .flatMap(change -> Arbitraries.integers().between(-3, 3).map(change::plusDays));
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(
                        LocalDate.of(2010, 11, 20).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Arbitraries.oneOf(near, any);
    }

    @Provide
    Arbitrary<LocalDate> changes() {
        return Arbitraries.of(
                List.copyOf(RATES.percents().tailMap(LocalDate.of(2011, 1, 1)).keySet()));
    }
}
