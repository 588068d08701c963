package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.AccountLine;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueGroup;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.TaxAccount;
import pl.otwartagmina.service.payments.internal.TaxComponent;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class DuesTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 15);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final DuesTables tables;
    private final Dues dues;

    DuesTest(Database database) {
        tables = new DuesTables(
                database, Clock.fixed(TODAY.atTime(23, 59).atZone(WARSAW).toInstant(), WARSAW));
        dues = new Dues(tables, LateInterest.builtIn());
    }

    @Test
    void an_empty_list_is_empty() {
        assertThat(dues.open(ANNA)).isEmpty();
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isZero();
        assertThat(dues.tally(ANNA, DueFilter.ALL).importedAt()).isEqualTo(Optional.empty());
        assertThat(dues.accounts(ANNA)).isEmpty();
        dues.check();
    }

    @Test
    void a_due_comes_back_as_it_was() {
        Due due = realEstate("1", NOVEMBER, "30.50");
        save(due);
        assertThat(dues.open(ANNA)).extracting(Owed::due).containsExactly(due);
    }

    @Test
    void nobody_sees_the_dues_of_another() {
        save(realEstate("1", NOVEMBER, "0.00"));
        assertThat(dues.open(JAN)).isEmpty();
        assertThat(dues.page(JAN, Tab.UNPAID, DueFilter.ALL, 0)).isEmpty();
        assertThat(dues.account(JAN, "240000021")).isEqualTo(Optional.empty());
    }

    @Test
    void overdue_comes_first_and_what_was_paid_last_is_on_top() {
        save(
                realEstate("later", NOVEMBER.plusMonths(2), "0.00"),
                realEstate("late", SEPTEMBER, "0.00"),
                realEstate("soon", NOVEMBER, "0.00"),
                realEstate("paid1", SEPTEMBER.minusYears(1), "131.00"),
                realEstate("paid2", SEPTEMBER, "131.00"));
        assertThat(ids(Tab.UNPAID, DueFilter.ALL, 0)).containsExactly("late", "soon", "later");
        assertThat(ids(Tab.OVERDUE, DueFilter.ALL, 0)).containsExactly("late");
        assertThat(ids(Tab.PAID, DueFilter.ALL, 0)).containsExactly("paid2", "paid1");
    }

    @Test
    void the_database_and_the_rules_agree_on_the_state_of_every_due() {
        Random random = new Random(4711);
        String[] amounts = {"0.00", "16.00", "100.00", "131.00"};
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String principal = amounts[1 + random.nextInt(3)];
            String paid = random.nextBoolean() ? "0.00" : random.nextBoolean() ? principal : "16.00";
            String pending = amounts[random.nextInt(4)];
            String cost = amounts[random.nextInt(2)];
            LocalDate day = TODAY.plusDays(random.nextInt(5) - 2L);
            all.add(due("D" + i, ANNA, Kind.WASTE, "1", day, principal, paid, pending, cost));
        }
        save(all.toArray(Due[]::new));
        for (Tab tab : Tab.values()) {
            List<String> expected = all.stream()
                    .filter(due -> isIn(tab, due.state(TODAY)))
                    .map(Due::id)
                    .toList();
            List<String> found = new ArrayList<>();
            for (int page = 0; page * Dues.PAGE < all.size(); page++) {
                found.addAll(ids(tab, DueFilter.ALL, page));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(dues.tally(ANNA, DueFilter.ALL).in(tab)).isEqualTo(expected.size());
        }
    }

    @Test
    void a_page_has_25_rows_and_no_row_is_on_two_pages() {
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(realEstate("D" + i, SEPTEMBER, "0.00"));
        }
        save(all.toArray(Due[]::new));
        List<String> found = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            List<String> ids = ids(Tab.UNPAID, DueFilter.ALL, page);
            assertThat(ids).hasSize(page < 2 ? 25 : 10);
            found.addAll(ids);
        }
        assertThat(found).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void a_filter_takes_kind_days_year_and_part_of_a_number() {
        save(
                realEstate("1", SEPTEMBER, "0.00"),
                due("2", ANNA, Kind.WASTE, "51_7", NOVEMBER, "67.00", "0.00", "0.00", "0.00"),
                realEstate("3", SEPTEMBER.minusYears(1), "0.00"));
        Optional<LocalDate> none = Optional.empty();
        assertThat(found(new DueFilter(Optional.of(DueGroup.of(Kind.WASTE)), none, none, OptionalInt.empty(), "")))
                .containsExactly("2");
        assertThat(found(new DueFilter(
                        Optional.empty(), Optional.of(SEPTEMBER), Optional.of(SEPTEMBER), OptionalInt.empty(), "")))
                .containsExactly("1");
        assertThat(found(new DueFilter(Optional.empty(), none, none, OptionalInt.of(2025), "")))
                .containsExactly("3");
        assertThat(found(text("NAKAZ 2026"))).containsExactly("1", "2");
        assertThat(found(text("40000"))).containsExactly("3", "1");
        assertThat(found(text("51_"))).containsExactly("2");
        assertThat(found(text("%"))).isEmpty();
        assertThat(found(text("' OR '1'='1"))).isEmpty();
        assertThat(dues.tally(ANNA, text("51_")).in(Tab.UNPAID)).isEqualTo(1);
    }

    @Test
    void what_the_tax_system_has_withdrawn_is_not_shown() {
        save(due("1", ANNA, Kind.WASTE, "1", SEPTEMBER, "0.00", "0.00", "0.00", "0.00"));
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.PAID)).isZero();
        assertThat(dues.account(ANNA, "1")).isEqualTo(Optional.empty());
    }

    @Test
    void an_account_shows_dues_payments_overpayment_and_reasons() {
        save(
                realEstate("1", SEPTEMBER, "0.00"),
                realEstate("2", SEPTEMBER.minusYears(1), "131.00"),
                due("3", ANNA, Kind.WASTE, "51/7", NOVEMBER, "67.00", "0.00", "0.00", "0.00"));
        Payment payment = new Payment(
                "P1", ANNA, "240000021", "2", SEPTEMBER.minusYears(1), Money.of("141.00"), Money.of("10.00"), "");
        TaxComponent component = new TaxComponent(
                "C1",
                ANNA,
                "240000021",
                2026,
                "Grunty",
                new BigDecimal("812.0000"),
                new BigDecimal("812.0000"),
                "m²",
                new BigDecimal("0.520000"),
                Money.of("422.00"));
        tables.write(Table.PAYMENTS, List.of(payment), 500);
        tables.write(Table.COMPONENTS, List.of(component), 500);
        TaxAccount account = dues.account(ANNA, "240000021").orElseThrow();
        assertThat(account.dues()).extracting(owed -> owed.due().id()).containsExactly("1", "2");
        assertThat(account.payments()).containsExactly(payment);
        assertThat(account.components()).containsExactly(component);
        assertThat(account.summary().overpaid()).isEqualTo(Money.of("10"));
        assertThat(account.summary().toPay()).isEqualTo(Money.of("131"));
        assertThat(dues.components(account.dues().get(0).due())).containsExactly(component);
        assertThat(dues.tally(ANNA, DueFilter.ALL).overpaid()).isEqualTo(Money.of("10"));
        assertThat(dues.accounts(ANNA)).extracting(AccountLine::card).containsExactly("240000021", "51/7");
        assertThat(dues.accounts(ANNA))
                .extracting(AccountLine::summary)
                .extracting(Summary::overpaid)
                .containsExactly(Money.of("10"), Money.ZERO);
    }

    private void save(Due... all) {
        tables.write(Table.DUES, List.of(all), 500);
    }

    private List<String> ids(Tab tab, DueFilter filter, int page) {
        return dues.page(ANNA, tab, filter, page).stream()
                .map(owed -> owed.due().id())
                .toList();
    }

    private List<String> found(DueFilter filter) {
        return ids(Tab.UNPAID, filter, 0);
    }

    private static DueFilter text(String text) {
        return new DueFilter(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), text);
    }

    private static boolean isIn(Tab tab, DueState state) {
        return switch (tab) {
            case UNPAID -> state == DueState.TO_PAY || state == DueState.OVERDUE;
            case OVERDUE -> state == DueState.OVERDUE;
            case IN_PROGRESS -> state == DueState.IN_PROGRESS;
            case PAID -> state == DueState.PAID;
        };
    }
}
