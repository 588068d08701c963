package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.order.FakeGateway.signed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
import pl.otwartagmina.service.payments.internal.order.Basket;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.testing.database.BothDatabases;

/** What is paid for the dues of a module: booked once, told until the module has taken it, pending until it counts. */
@BothDatabases
class ModulePaymentsTest {
    private static final Money AMOUNT = Money.of("120.00");

    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final Contributors contributors = new Contributors(clock);
    private final Hall hall = new Hall().has(Hall.due("H1", TODAY), Hall.due("H2", TODAY.plusDays(9)));
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final DuesTables tables;
    private final Cashier cashier;
    private final OneList list;

    ModulePaymentsTest(Database database) {
        tables = new DuesTables(database, clock);
        cashier = cashier();
        list = new OneList(new Dues(tables, LateInterest.builtIn()), contributors.sources(), cashier.modules());
        SavedDues.save(tables, realEstate("T1", TODAY, "0.00"));
        contributors.bring(hall);
    }

    private Cashier cashier() {
        return new Cashier(tables, () -> List.of(gateway), contributors.sources(), new Town(), (unit, act) -> {});
    }

    @AfterEach
    void close() {
        contributors.close();
    }

    @Test
    void it_is_booked_told_once_and_pending_until_the_module_counts_it() throws Exception {
        PaymentOrder order = confirmed(sent("hall:H1", "T1"));
        assertThat(order.state()).isEqualTo(OrderState.BOOKED);
        assertThat(owed("hall:H1").state()).isEqualTo(DueState.IN_PROGRESS);

        assertThat(cashier.tellings().tell()).isEqualTo(1);
        assertThat(cashier.tellings().tell()).isZero();
        assertThat(hall.heard()).singleElement().satisfies(booked -> {
            assertThat(booked.due()).isEqualTo("H1");
            assertThat(booked.party()).isEqualTo(ANNA);
            assertThat(booked.principal()).isEqualTo(AMOUNT);
            assertThat(booked.isReversal()).isFalse();
            assertThat(booked.paidOn()).isEqualTo(TODAY);
            assertThat(booked.id()).startsWith(order.id() + "/");
        });
        assertThat(owed("hall:H1").due().pending()).as("told, not counted").isEqualTo(AMOUNT);

        hall.counts();
        assertThat(list.open(ANNA).dues())
                .extracting(owed -> owed.due().name())
                .doesNotContain("hall:H1")
                .contains("hall:H2");
    }

    @Test
    void it_is_told_again_until_it_is_taken_also_after_a_restart() throws Exception {
        confirmed(sent("hall:H1"));
        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        assertThat(cashier.tellings().tell()).isZero();
        hall.mood(() -> {});
        assertThat(cashier.tellings().tell()).as("a while later").isZero();
        clock.pass(Duration.ofMinutes(2));

        assertThat(cashier().tellings().tell()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(cashier().tellings().tell()).isZero();
        assertThat(hall.heard()).hasSize(1);
    }

    @Test
    void a_module_that_is_away_hears_of_it_when_it_is_back() throws Exception {
        PaymentOrder order = sent("hall:H1");
        contributors.take(hall);
        assertThat(confirmed(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(booking(order).principal()).as("as it was sent").isEqualTo(AMOUNT);
        assertThat(cashier.orders().ofPayer("anna").get(0).lines().get(0).title())
                .isEqualTo("Wynajem");
        cashier.tellings().tell();
        assertThat(hall.heard()).isEmpty();

        contributors.bring(hall);
        cashier.tellings().tell();
        assertThat(hall.heard()).hasSize(1);
    }

    @Test
    void a_module_that_fails_keeps_no_payment_from_being_booked() throws Exception {
        PaymentOrder order = sent("hall:H1", "T1");
        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        assertThat(confirmed(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(cashier.orders().bookings(order))
                .extracting(Booking::surplus)
                .containsOnly(Money.ZERO);
    }

    @Test
    void what_two_people_pay_at_once_is_an_overpayment_for_one_of_them() throws Exception {
        List<PaymentOrder> orders = List.of(sent("hall:H1"), sent("hall:H1"));
        List<Callable<Integer>> both = new ArrayList<>();
        for (PaymentOrder order : orders) {
            gateway.paid(order.id(), AMOUNT);
            both.add(() -> {
                cashier.ask(order.id());
                return 1;
            });
        }
        AtOnce.run(both);
        assertThat(orders).extracting(order -> booking(order).surplus()).containsExactlyInAnyOrder(Money.ZERO, AMOUNT);
        assertThat(list.imported().tally(ANNA, DueFilter.ALL).overpaid()).isEqualTo(AMOUNT);
    }

    @Test
    void what_the_module_counts_already_is_not_taken_off_twice() throws Exception {
        PaymentOrder later = sent("hall:H1");
        Owed half = owed("hall:H1");
        PaymentOrder first = confirmed(sentOf(half, Money.of("50.00")));
        assertThat(first.state()).isEqualTo(OrderState.BOOKED);
        cashier.tellings().tell();
        hall.counts();
        assertThat(owed("hall:H1").toPay()).isEqualTo(Money.of("70.00"));

        confirmed(later);
        assertThat(booking(later).principal()).isEqualTo(Money.of("70.00"));
        assertThat(booking(later).surplus()).isEqualTo(Money.of("50.00"));
    }

    @Test
    void what_is_given_back_is_owed_again_and_told_after_the_payment() throws Exception {
        PaymentOrder order = confirmed(sent("hall:H1"));
        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        cashier.tellings().tell();
        UUID refund = UUID.randomUUID();
        clock.pass(Duration.ofSeconds(30));
        assertThat(cashier.refunds().write(refund, order.id(), AMOUNT, "pomyłka", Clerks.CLERK))
                .isEmpty();
        cashier.giveBack(refund.toString());
        hall.mood(() -> {});

        assertThat(owed("hall:H1").toPay()).isEqualTo(AMOUNT);
        assertThat(cashier.tellings().tell()).as("the payment is not taken yet").isZero();
        clock.pass(Duration.ofMinutes(2));
        cashier.tellings().tell();
        cashier.tellings().tell();
        assertThat(hall.heard()).extracting(Booked::isReversal).containsExactly(false, true);
        assertThat(hall.heard().get(1).reverses()).contains(hall.heard().get(0).id());
        assertThat(hall.heard().get(1).principal()).isEqualTo(AMOUNT);
        hall.counts();
        assertThat(owed("hall:H1").toPay()).isEqualTo(AMOUNT);
    }

    @Test
    void what_was_given_back_of_money_that_counts_is_owed_at_once() throws Exception {
        PaymentOrder order = confirmed(sent("hall:H1"));
        cashier.tellings().tell();
        hall.counts();
        UUID refund = UUID.randomUUID();
        cashier.refunds().write(refund, order.id(), Money.of("20.00"), "pomyłka", Clerks.CLERK);
        cashier.giveBack(refund.toString());

        assertThat(owed("hall:H1").toPay()).isEqualTo(Money.of("20.00"));
        cashier.tellings().tell();
        hall.counts();
        assertThat(owed("hall:H1").toPay()).isEqualTo(Money.of("20.00"));
    }

    @Test
    void dues_of_the_tax_system_are_told_to_nobody() throws Exception {
        confirmed(sent("T1"));
        assertThat(cashier.tellings().tell()).isZero();
        List<Integer> told = tables.unit().sql(connection -> new Query("SELECT COUNT(*) FROM payments_telling")
                .list(connection, row -> row.getInt(1)));
        assertThat(told).containsExactly(0);
    }

    private Owed owed(String name) {
        return list.open(ANNA).dues().stream()
                .filter(owed -> owed.due().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PaymentOrder sent(String... names) throws Exception {
        List<Owed> chosen = list.open(ANNA).dues().stream()
                .filter(owed -> List.of(names).contains(owed.due().name()))
                .toList();
        return sent(Basket.of(chosen, Map.of()));
    }

    private PaymentOrder sentOf(Owed owed, Money amount) throws Exception {
        return sent(Basket.of(List.of(owed), Map.of(owed.due().name(), amount)));
    }

    private PaymentOrder sent(Basket basket) throws Exception {
        PaymentOrder order = cashier.writeDown(
                        new Purchase(
                                UUID.randomUUID().toString(),
                                new PaymentOrder.Payer(
                                        "anna", "", Optional.empty(), "192.0.2.7", Locale.forLanguageTag("pl")),
                                basket.lines(due -> "Wynajem")),
                        gateway)
                .get(0);
        cashier.send(order);
        return order;
    }

    private PaymentOrder confirmed(PaymentOrder order) throws Exception {
        cashier.notified(
                gateway, signed(UUID.randomUUID().toString(), order.id(), Standing.State.CONFIRMED, order.amount()));
        cashier.workOff();
        return cashier.orders().find(order.id()).orElseThrow();
    }

    private Booking booking(PaymentOrder order) {
        return cashier.orders().bookings(order).get(0);
    }
}
