package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.RefundState;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class RefundsTest {
    private static final Money AMOUNT = Money.of("131.00");
    private static final Money PART = Money.of("31.00");

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables;
    private final Cashier cashier;
    private final Refunds refunds;
    private final Dues dues;
    private final PaidOrders paid;

    RefundsTest(Database database) {
        tables = new DuesTables(database, clock);
        cashier =
                new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> acts.add(act));
        refunds = cashier.refunds();
        dues = new Dues(tables, LateInterest.builtIn());
        paid = new PaidOrders(cashier, gateway);
        tables.write(Table.DUES, List.of(realEstate("1", TODAY.plusDays(5), "0.00")), 1);
    }

    @Test
    void a_refund_is_written_down_before_the_gateway_hears_of_it() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);

        assertThat(write(order, PART)).isEmpty();

        assertThat(gateway.refunds()).isEmpty();
        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDING);
        assertThat(refunds.due()).hasSize(1);
        assertThat(acts).last().satisfies(act -> {
            assertThat(act.action()).isEqualTo("payments.refund");
            assertThat(act.actor()).isEqualTo("clerk");
            assertThat(act.reason()).isEqualTo("31.00 PLN: nadpłata");
        });
    }

    @Test
    void a_part_leaves_the_order_booked_and_the_due_owed_again_by_that_part() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, PART);
        goOn();

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(refunds.left(again(order))).isEqualTo(Money.of("100.00"));
        assertThat(refunds.of(order.id())).extracting(OfficeRefund::state).containsExactly(RefundState.DONE);
        assertThat(dues.open(ANNA)).singleElement().satisfies(owed -> {
            assertThat(owed.toPay()).isEqualTo(PART);
            assertThat(owed.state()).isEqualTo(DueState.TO_PAY);
        });
    }

    @Test
    void all_of_it_in_parts_ends_as_refunded_and_never_more_than_was_paid() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, PART);
        goOn();
        assertThat(write(order, Money.of("100.01"))).contains(Refunds.Refusal.TOO_MUCH);
        assertThat(write(order, Money.of("100.00"))).isEmpty();
        goOn();

        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(write(order, Money.of("0.01"))).contains(Refunds.Refusal.NOT_BOOKED);
        assertThat(gateway.refunds()).containsExactlyInAnyOrder(PART, Money.of("100.00"));
        assertThat(dues.open(ANNA)).singleElement().satisfies(owed -> assertThat(owed.toPay())
                .isEqualTo(AMOUNT));
    }

    @Test
    void one_refund_at_a_time_even_at_the_same_moment_and_the_database_says_so_too() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        List<Callable<Optional<Refunds.Refusal>>> clerks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clerks.add(() -> write(order, PART));
        }
        List<Optional<Refunds.Refusal>> answers = AtOnce.run(clerks);

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(7)
                .allMatch(answer -> answer.equals(Optional.of(Refunds.Refusal.UNDER_WAY)));
        OfficeRefund second = new OfficeRefund(
                UUID.randomUUID().toString(),
                order.id(),
                PART,
                "r",
                "clerk",
                RefundState.WANTED,
                clock.instant(),
                Optional.empty(),
                0);
        assertThatThrownBy(() -> new RefundBook(tables).insert(second, List.of()))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void the_same_page_sent_twice_is_one_refund() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        UUID id = UUID.randomUUID();

        List<Optional<Refunds.Refusal>> answers =
                AtOnce.run(6, () -> refunds.write(id, order.id(), PART, "nadpłata", Clerks.CLERK));

        assertThat(answers).containsOnly(Optional.empty());
        assertThat(refunds.of(order.id())).hasSize(1);
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.refund"))
                .hasSize(1);
    }

    @Test
    void wherever_the_portal_stops_another_one_goes_on_and_the_money_goes_back_once() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, PART);
        String id = refunds.due().get(0);
        // the gateway gave it back, and the portal stopped before it could write that down
        gateway.says(Refunding.PENDING);
        cashier.giveBack(id);
        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDING);

        Cashier restarted =
                new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> acts.add(act));
        gateway.says(Refunding.DONE);
        clock.pass(Duration.ofMinutes(1));
        assertThat(restarted.refunds().due()).containsExactly(id);
        AtOnce.run(6, () -> restarted.refunds().goOn(id));

        assertThat(gateway.refunds()).containsExactly(PART);
        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(causes(order))
                .filteredOn(cause -> cause == OrderEvent.Cause.REFUND)
                .hasSize(1);
        assertThat(restarted.refunds().due()).isEmpty();
    }

    @Test
    void a_gateway_that_is_away_is_asked_again_ever_more_seldom_and_that_is_noted_once() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, PART);
        gateway.away(true);
        int asked = 0;
        for (int minute = 0; minute < 60; minute++) {
            List<String> due = refunds.due();
            asked += due.size();
            due.forEach(cashier::giveBack);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(asked).isBetween(5, 7);
        assertThat(causes(order))
                .filteredOn(cause -> cause == OrderEvent.Cause.UNAVAILABLE)
                .hasSize(1);

        gateway.away(false);
        clock.pass(Duration.ofHours(2));
        goOn();
        assertThat(refunds.of(order.id())).extracting(OfficeRefund::state).containsExactly(RefundState.DONE);
    }

    @Test
    void what_the_gateway_refuses_leaves_the_order_booked_and_raises_an_alarm_and_may_be_tried_anew() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        gateway.refusing(true);
        write(order, PART);
        goOn();

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(refunds.left(again(order))).isEqualTo(AMOUNT);
        assertThat(new StuckPayments(tables, (unit, act) -> {}).all())
                .extracting(Stuck::kind)
                .containsExactly(Stuck.Kind.REFUND_FAILED);
        gateway.refusing(false);
        gateway.says(Refunding.FAILED);
        assertThat(write(order, PART)).isEmpty();
        goOn();
        gateway.says(Refunding.DONE);
        assertThat(write(order, AMOUNT)).isEmpty();
        goOn();
        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void what_was_given_back_at_the_gateway_counts_and_the_portals_own_refund_does_not_count_twice() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, PART);
        // the gateway tells of both before the portal has heard that its own is done
        gateway.refunded(order.id(), Money.of("81.00"));
        cashier.ask(order.id());
        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDING);
        goOn();
        cashier.toAsk().forEach(cashier::ask);

        assertThat(refunds.of(order.id()))
                .extracting(OfficeRefund::amount)
                .containsExactlyInAnyOrder(PART, Money.of("50.00"));
        assertThat(refunds.left(again(order))).isEqualTo(Money.of("50.00"));
        cashier.ask(order.id());
        assertThat(refunds.of(order.id())).hasSize(2);
    }

    @Test
    void overpayments_go_back_first_so_that_the_due_stays_paid() throws Exception {
        PaymentOrder first = paid.order("a", "1", AMOUNT);
        PaymentOrder second = paid.order("b", "1", AMOUNT);
        write(second, AMOUNT);
        goOn();

        assertThat(again(second).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(again(first).state()).isEqualTo(OrderState.BOOKED);
        assertThat(dues.open(ANNA)).singleElement().satisfies(owed -> assertThat(owed.state())
                .isEqualTo(DueState.IN_PROGRESS));
    }

    @Test
    void nothing_is_given_back_of_what_was_not_paid_or_without_a_reason() throws Exception {
        PaymentOrder order = paid.sent("a", "1", AMOUNT);

        assertThat(write(order, PART)).contains(Refunds.Refusal.NOT_BOOKED);
        assertThatThrownBy(() -> refunds.write(UUID.randomUUID(), order.id(), PART, " ", Clerks.CLERK))
                .isInstanceOf(IllegalArgumentException.class);
        cashier.notified(gateway, FakeGateway.signed("c", order.id(), Standing.State.CONFIRMED, AMOUNT));
        cashier.workOff();
        assertThat(write(order, PART)).isEmpty();
    }

    @Test
    void the_journal_tells_who_gave_back_and_how_it_ended() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        write(order, AMOUNT);
        goOn();

        assertThat(cashier.orders().journal(order.id()))
                .extracting(OrderEvent::state)
                .containsSubsequence(OrderState.BOOKED, OrderState.REFUNDING, OrderState.REFUNDED);
    }

    private Optional<Refunds.Refusal> write(PaymentOrder order, Money amount) {
        return refunds.write(UUID.randomUUID(), order.id(), amount, "nadpłata", Clerks.CLERK);
    }

    private void goOn() {
        refunds.due().forEach(cashier::giveBack);
    }

    private PaymentOrder again(PaymentOrder order) {
        return cashier.orders().find(order.id()).orElseThrow();
    }

    private List<OrderEvent.Cause> causes(PaymentOrder order) {
        return cashier.orders().journal(order.id()).stream()
                .map(OrderEvent::cause)
                .toList();
    }
}
