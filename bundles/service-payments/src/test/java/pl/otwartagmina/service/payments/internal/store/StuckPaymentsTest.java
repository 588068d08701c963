package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class StuckPaymentsTest {
    private static final Money AMOUNT = Money.of("131.00");

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final Cashier cashier;
    private final StuckPayments stuck;
    private final PaidOrders paid;

    StuckPaymentsTest(Database database) {
        DuesTables tables = new DuesTables(database, clock);
        cashier =
                new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> acts.add(act));
        stuck = new StuckPayments(tables, (unit, act) -> acts.add(act));
        paid = new PaidOrders(cashier, gateway);
        tables.write(Table.DUES, List.of(realEstate("1", TODAY.plusDays(5), "0.00")), 1);
    }

    @Test
    void payments_that_go_their_way_are_not_stuck() throws Exception {
        paid.order("a", "1", AMOUNT);
        paid.sent("b", "1", AMOUNT);

        assertThat(stuck.all()).isEmpty();
    }

    @Test
    void an_order_whose_time_is_over_while_the_gateway_is_away_is_stuck_until_it_answers() throws Exception {
        PaymentOrder order = paid.sent("a", "1", AMOUNT);
        gateway.away(true);
        clock.pass(Duration.ofHours(18));
        cashier.toAsk().forEach(cashier::ask);

        assertThat(stuck.all()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Stuck.Kind.UNANSWERED);
            assertThat(one.order()).isEqualTo(order.id());
        });
        gateway.away(false);
        cashier.ask(order.id());
        assertThat(stuck.all()).isEmpty();
    }

    @Test
    void money_that_does_not_come_for_days_is_stuck() throws Exception {
        PaymentOrder order = paid.sent("a", "1", AMOUNT);
        cashier.notified(gateway, FakeGateway.signed("p", order.id(), Standing.State.PENDING, AMOUNT));
        cashier.workOff();
        clock.pass(Duration.ofDays(3));
        assertThat(stuck.all()).isEmpty();

        clock.pass(Duration.ofDays(2));
        assertThat(stuck.all()).extracting(Stuck::kind).containsExactly(Stuck.Kind.PENDING);
    }

    @Test
    void a_notification_that_nobody_works_off_is_stuck() throws Exception {
        PaymentOrder order = paid.sent("a", "1", AMOUNT);
        cashier.notified(gateway, FakeGateway.signed("c", order.id(), Standing.State.CONFIRMED, AMOUNT));
        clock.pass(Duration.ofMinutes(11));
        assertThat(stuck.all()).extracting(Stuck::kind).containsExactly(Stuck.Kind.NOTIFICATION);

        cashier.workOff();
        assertThat(stuck.all()).isEmpty();
    }

    @Test
    void a_refund_that_the_gateway_does_not_finish_is_stuck() throws Exception {
        PaymentOrder order = paid.order("a", "1", AMOUNT);
        gateway.says(Refunding.PENDING);
        cashier.refunds().write(UUID.randomUUID(), order.id(), AMOUNT, "nadpłata", Clerks.CLERK);
        cashier.refunds().due().forEach(cashier::giveBack);
        clock.pass(Duration.ofDays(8));

        assertThat(stuck.all()).extracting(Stuck::kind).containsExactly(Stuck.Kind.REFUND);
        gateway.says(Refunding.DONE);
        cashier.refunds().due().forEach(cashier::giveBack);
        assertThat(stuck.all()).isEmpty();
    }

    @Test
    void alarms_stay_until_a_clerk_has_settled_them_and_the_same_again_is_counted() throws Exception {
        PaymentOrder order = paid.sent("a", "1", AMOUNT);
        for (int i = 0; i < 3; i++) {
            cashier.notified(
                    gateway, FakeGateway.signed("x" + i, order.id(), Standing.State.CONFIRMED, Money.of("1.31")));
        }
        cashier.workOff();
        clock.pass(Duration.ofSeconds(1));
        cashier.disbelieved(gateway, new NotBelieved("not signed"));

        List<Stuck> all = stuck.all();
        assertThat(all).extracting(Stuck::kind).containsExactly(Stuck.Kind.AMOUNT, Stuck.Kind.FORGERY);
        assertThat(all).extracting(Stuck::times).containsExactly(3, 1);
        String alarm = all.get(0).alarm().orElseThrow();
        assertThatThrownBy(() -> stuck.settle(alarm, " ", Clerks.CLERK)).isInstanceOf(IllegalArgumentException.class);
        stuck.settle(alarm, "pomyłka operatora", Clerks.CLERK);
        stuck.settle(alarm, "drugi raz", Clerks.CLERK);

        assertThat(stuck.all()).extracting(Stuck::kind).containsExactly(Stuck.Kind.FORGERY);
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.alarmSettled"))
                .singleElement()
                .satisfies(act -> assertThat(act.reason()).isEqualTo("pomyłka operatora"));
    }
}
