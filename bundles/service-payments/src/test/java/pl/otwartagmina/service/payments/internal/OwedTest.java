package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;

class OwedTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 15);
    private static final LocalDate NEXT_WEEK = LocalDate.of(2026, 11, 16);
    private final LateInterest lateInterest = LateInterest.builtIn();

    @Test
    void on_its_last_day_a_due_is_to_pay_and_a_day_later_it_is_overdue() {
        Due due = realEstate("1", SEPTEMBER, "0.00");
        assertThat(due.state(SEPTEMBER)).isEqualTo(DueState.TO_PAY);
        assertThat(due.state(SEPTEMBER.plusDays(1))).isEqualTo(DueState.OVERDUE);
    }

    @Test
    void a_due_is_paid_only_when_the_costs_of_the_reminder_are_paid_too() {
        assertThat(realEstate("1", SEPTEMBER, "131.00").state(TODAY)).isEqualTo(DueState.PAID);
        Due costs = due("1", ANNA, Kind.REAL_ESTATE, "1", SEPTEMBER, "131.00", "131.00", "0.00", "16.00");
        assertThat(costs.state(TODAY)).isEqualTo(DueState.OVERDUE);
        assertThat(Owed.on(TODAY, costs, lateInterest).toPay()).isEqualTo(Money.of("16.00"));
    }

    @Test
    void a_due_is_in_progress_only_when_all_of_it_was_sent() {
        Due all = due("1", ANNA, Kind.WASTE, "1", SEPTEMBER, "67.00", "7.00", "60.00", "0.00");
        Due part = due("1", ANNA, Kind.WASTE, "1", SEPTEMBER, "67.00", "7.00", "59.99", "0.00");
        assertThat(all.state(TODAY)).isEqualTo(DueState.IN_PROGRESS);
        assertThat(Owed.on(TODAY, all, lateInterest).toPay()).isEqualTo(Money.ZERO);
        assertThat(part.state(TODAY)).isEqualTo(DueState.OVERDUE);
        assertThat(Owed.on(TODAY, part, lateInterest).toPay()).isEqualTo(Money.of("0.01"));
    }

    @Test
    void interest_is_counted_on_what_is_left_of_the_principal() {
        LocalDate dueDay = LocalDate.of(2025, 3, 17);
        LocalDate day = LocalDate.of(2026, 4, 15);
        Due whole = due("1", ANNA, Kind.REAL_ESTATE, "1", dueDay, "670.00", "0.00", "0.00", "16.00");
        Due partPaid = due("1", ANNA, Kind.REAL_ESTATE, "1", dueDay, "1340.00", "670.00", "0.00", "16.00");
        assertThat(Owed.on(day, whole, lateInterest).interest()).contains(Money.of("89"));
        assertThat(Owed.on(day, partPaid, lateInterest).interest()).contains(Money.of("89"));
        assertThat(Owed.on(day, whole, lateInterest).toPay()).isEqualTo(Money.of("775"));
    }

    @Test
    void the_rent_of_a_contract_bears_civil_interest_to_the_grosz() {
        Due rent = due("1", ANNA, Kind.LEASE, "1", LocalDate.of(2026, 2, 5), "100.00", "0.00", "0.00", "0.00");
        // 100 × (27 × 9,5 + 42 × 9,25) / 36 500 = 1,7671
        Owed owed = Owed.on(LocalDate.of(2026, 4, 15), rent, lateInterest);
        assertThat(owed.interest()).contains(Money.of("1.77"));
        assertThat(owed.toPay()).isEqualTo(Money.of("101.77"));
    }

    @Test
    void what_only_the_office_can_count_is_not_guessed() {
        Due other = due("1", ANNA, Kind.OTHER, "1", SEPTEMBER, "900.00", "0.00", "0.00", "0.00");
        Due ancient = due("1", ANNA, Kind.LEASE, "1", LocalDate.of(2015, 12, 30), "900.00", "0.00", "0.00", "0.00");
        assertThat(Owed.on(TODAY, other, lateInterest).interest()).isEmpty();
        assertThat(Owed.on(TODAY, ancient, lateInterest).interest()).isEmpty();
        assertThat(Owed.on(TODAY, ancient, lateInterest).toPay()).isEqualTo(Money.of("900"));
    }

    @Test
    void nothing_can_be_paid_beyond_the_principal() {
        assertThatThrownBy(() -> realEstate("1", SEPTEMBER, "131.01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_summary_adds_up_what_is_owed_and_leaves_out_what_is_under_way() {
        List<Owed> open = Stream.of(
                        realEstate("1", SEPTEMBER, "0.00"),
                        due("2", ANNA, Kind.REAL_ESTATE, "1", NEXT_WEEK, "130.00", "0.00", "0.00", "0.00"),
                        due("3", ANNA, Kind.WASTE, "2", NEXT_WEEK.plusDays(14), "67.00", "0.00", "0.00", "0.00"),
                        due("4", ANNA, Kind.WASTE, "2", SEPTEMBER, "67.00", "0.00", "67.00", "0.00"))
                .map(due -> Owed.on(TODAY, due, lateInterest))
                .toList();
        assertThat(Summary.of(open, Money.of("12.00")))
                .isEqualTo(new Summary(
                        3,
                        Money.of("328.00"),
                        Money.ZERO,
                        1,
                        Money.of("131.00"),
                        Optional.of(NEXT_WEEK),
                        Money.of("12.00")));
        assertThat(Summary.byKind(open).keySet()).containsExactly(Kind.REAL_ESTATE, Kind.WASTE);
        assertThat(Summary.byKind(open).values())
                .extracting(Summary::toPay)
                .containsExactly(Money.of("261"), Money.of("67"));
    }
}
