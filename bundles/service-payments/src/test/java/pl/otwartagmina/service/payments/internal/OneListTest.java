package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.CountedStatements;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class OneListTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 15);

    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final Contributors contributors = new Contributors(clock);
    private final CountedStatements statements;
    private final DuesTables tables;
    private final Dues dues;
    private final OneList list;

    OneListTest(Database database) {
        statements = new CountedStatements(database);
        tables = new DuesTables(statements, clock);
        dues = new Dues(tables, LateInterest.builtIn());
        Cashier cashier = new Cashier(tables, List::of, contributors.sources(), new Town(), (unit, act) -> {});
        list = new OneList(dues, contributors.sources(), cashier.modules());
        SavedDues.save(
                tables,
                realEstate("T1", SEPTEMBER, "0.00"),
                realEstate("T2", TODAY.plusDays(5), "0.00"),
                realEstate("T3", SEPTEMBER.minusYears(1), "131.00"));
    }

    @AfterEach
    void close() {
        contributors.close();
    }

    @Test
    void without_modules_it_is_the_list_of_the_tax_system() {
        OneList.Page page = list.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0);
        assertThat(page.rows()).isEqualTo(dues.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0));
        assertThat(page.tally()).isEqualTo(dues.tally(ANNA, DueFilter.ALL));
        assertThat(list.open(ANNA).dues()).isEqualTo(dues.open(ANNA));
        assertThat(page.missing()).isEmpty();
    }

    @Test
    void what_modules_contribute_stands_between_by_its_day_and_counts_everywhere() {
        contributors.bring(new Hall()
                .has(
                        Hall.due("H1", TODAY.minusDays(3)),
                        Hall.due("H2", TODAY.plusDays(30)),
                        Hall.due("J", JAN, TODAY, "5.00", InterestRule.NONE, true)));
        OneList.Page page = list.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0);
        assertThat(page.rows()).extracting(owed -> owed.due().name()).containsExactly("T1", "hall:H1", "T2", "hall:H2");
        assertThat(page.tally().in(Tab.UNPAID)).isEqualTo(4);
        assertThat(page.tally().in(Tab.OVERDUE)).isEqualTo(2);
        assertThat(page.tally().in(Tab.PAID)).isEqualTo(1);
        assertThat(page.summary().count()).isEqualTo(4);
        assertThat(page.summary().toPay()).isEqualTo(Money.of("502.00"));
        assertThat(list.open(ANNA).dues()).isEqualTo(page.rows());
        assertThat(list.open(JAN).dues()).hasSize(1);
    }

    @Test
    void interest_is_reckoned_by_the_rule_that_the_module_names() {
        LocalDate day = LocalDate.of(2025, 3, 17);
        contributors.bring(new Hall()
                .has(
                        Hall.due("civil", ANNA, day, "670.00", InterestRule.CIVIL, true),
                        Hall.due("tax", ANNA, day, "670.00", InterestRule.TAX, true),
                        Hall.due("none", ANNA, day, "670.00", InterestRule.NONE, true),
                        Hall.due("office", ANNA, day, "670.00", InterestRule.OFFICE, true)));
        List<Owed> open = list.open(ANNA).dues().stream()
                .filter(owed -> owed.due().source().equals("hall"))
                .toList();
        assertThat(interest(open, "none")).contains(Money.ZERO);
        assertThat(interest(open, "office")).isEmpty();
        assertThat(interest(open, "civil"))
                .isEqualTo(LateInterest.builtIn().civil().on(Money.of("670"), day, TODAY));
        assertThat(interest(open, "tax")).isEqualTo(LateInterest.builtIn().tax().on(Money.of("670"), day, TODAY));
        assertThat(interest(open, "civil")).isNotEqualTo(interest(open, "tax"));
    }

    private static Optional<Money> interest(List<Owed> open, String id) {
        return open.stream()
                .filter(owed -> owed.due().id().equals(id))
                .findFirst()
                .orElseThrow()
                .interest();
    }

    @Test
    void a_filter_finds_the_dues_of_a_module_and_kinds_find_none_of_them() {
        contributors.bring(new Hall().has(Hall.due("H1", TODAY)));
        assertThat(found(Optional.of(DueGroup.ofModule("hall")), "")).containsExactly("hall:H1");
        assertThat(found(Optional.of(DueGroup.of(Kind.REAL_ESTATE)), "")).containsExactly("T1", "T2");
        assertThat(found(Optional.of(DueGroup.of(Kind.OTHER)), "")).isEmpty();
        assertThat(found(Optional.empty(), "UMOWA 7")).containsExactly("hall:H1");
        OneList.Page none = list.page(
                ANNA,
                Tab.UNPAID,
                new DueFilter(Optional.empty(), Optional.of(TODAY), Optional.of(TODAY), OptionalInt.of(2025), ""),
                0);
        assertThat(none.rows()).isEmpty();
        assertThat(none.tally().in(Tab.UNPAID)).isZero();
        assertThat(none.summary().count()).as("of all, whatever the filter").isEqualTo(3);
    }

    private List<String> found(Optional<DueGroup> group, String text) {
        DueFilter filter = new DueFilter(group, Optional.empty(), Optional.empty(), OptionalInt.empty(), text);
        OneList.Page page = list.page(ANNA, Tab.UNPAID, filter, 0);
        assertThat(page.tally().in(Tab.UNPAID)).isEqualTo(page.rows().size());
        return page.rows().stream().map(owed -> owed.due().name()).toList();
    }

    @Test
    void a_module_that_fails_is_named_and_the_rest_is_there() {
        Hall hall = new Hall().has(Hall.due("H1", TODAY));
        hall.mood(() -> {
            throw new IllegalStateException("closed");
        });
        contributors.bring(hall);
        OneList.Page page = list.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0);
        assertThat(page.missing()).containsExactly("hall");
        assertThat(page.rows()).hasSize(2);
        assertThat(list.open(ANNA).missing()).containsExactly("hall");
    }

    @Test
    void a_view_takes_three_statements_with_modules_and_without() {
        statements.sinceLast();
        for (Tab tab : Tab.values()) {
            list.page(ANNA, tab, DueFilter.ALL, 0);
            assertThat(statements.sinceLast()).as("without, " + tab).isLessThanOrEqualTo(3);
        }
        contributors.bring(new Hall().has(Hall.due("H1", TODAY), Hall.due("H2", SEPTEMBER)));
        for (Tab tab : Tab.values()) {
            list.page(ANNA, tab, DueFilter.ALL, 1);
            assertThat(statements.sinceLast()).as("with, " + tab).isLessThanOrEqualTo(3);
        }
        list.open(ANNA);
        assertThat(statements.sinceLast()).isEqualTo(2);
    }

    @Test
    void each_view_asks_a_module_once() {
        Hall hall = new Hall().has(Hall.due("H1", TODAY));
        contributors.bring(hall);
        list.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0);
        assertThat(hall.asked()).isEqualTo(1);
    }

    @Test
    void a_due_of_the_tax_system_is_never_taken_for_one_of_a_module() {
        SavedDues.save(tables, due("hall:H1", ANNA, Kind.WASTE, "1", TODAY, "1.00", "0.00", "0.00", "0.00"));
        contributors.bring(new Hall().has(Hall.due("H1", TODAY)));
        assertThat(list.open(ANNA).dues()).extracting(owed -> owed.due().name()).doesNotHaveDuplicates();
    }
}
