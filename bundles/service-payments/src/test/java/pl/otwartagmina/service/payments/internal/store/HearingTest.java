package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.order.FakeGateway.signed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class HearingTest {
    private static final Money AMOUNT = Money.of("1.00");
    private static final Money OWED = Money.of("131.00");

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    /** Orders whose booking cannot be recorded. */
    private final Set<String> cursed = new HashSet<>();

    private final Cashier cashier;

    HearingTest(Database database) {
        DuesTables tables = new DuesTables(database, new MovingClock(TODAY.atTime(12, 0)));
        cashier = new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> refuse(act));
        tables.write(Table.DUES, List.of(realEstate("1", TODAY, "0.00")), 1);
    }

    private void refuse(AuditRecord act) {
        if (act.action().equals("payments.booked") && cursed.contains(act.objectId())) {
            throw new IllegalStateException("The trail is full");
        }
    }

    @Test
    void many_are_booked_each_once() throws Exception {
        List<String> paid = notifyOf(60);

        assertThat(cashier.workOff()).isEqualTo(60);

        assertThat(cashier.workOff()).isZero();
        assertThat(paid).allSatisfy(order -> assertThat(state(order)).isEqualTo(OrderState.BOOKED));
    }

    @Test
    void one_that_fails_keeps_no_other_waiting_and_goes_on_when_it_can() throws Exception {
        List<String> paid = notifyOf(30);
        cursed.add(paid.get(3));

        assertThat(cashier.workOff()).isEqualTo(29);
        assertThat(cashier.workOff()).isZero();
        assertThat(state(paid.get(3))).isEqualTo(OrderState.REDIRECTED);

        cursed.clear();
        assertThat(cashier.workOff()).isEqualTo(1);
        assertThat(paid).allSatisfy(order -> assertThat(state(order)).isEqualTo(OrderState.BOOKED));
    }

    @Test
    void where_none_can_be_worked_off_it_is_said() throws Exception {
        cursed.addAll(notifyOf(5));

        assertThatThrownBy(cashier::workOff).hasMessageContaining("The trail is full");
    }

    @Test
    void what_pays_one_due_at_once_settles_it_as_if_one_came_after_the_other() throws Exception {
        List<String> paid = List.of(
                notified("a", Money.of("60.00")), notified("b", Money.of("60.00")), notified("c", Money.of("60.00")));

        assertThat(cashier.workOff()).isEqualTo(3);

        List<Booking> bookings = paid.stream()
                .map(order -> cashier.orders().find(order).orElseThrow())
                .flatMap(order -> cashier.orders().bookings(order).stream())
                .toList();
        assertThat(bookings.stream().map(Booking::principal).reduce(Money.ZERO, Money::plus))
                .isEqualTo(OWED);
        assertThat(bookings.stream().map(Booking::surplus).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.of("180.00").minus(OWED));
    }

    @Test
    void what_is_said_of_one_order_at_once_is_heard_in_turn() throws Exception {
        String order = notified("early", AMOUNT, Standing.State.PENDING);
        cashier.notified(gateway, signed("late", order, Standing.State.CONFIRMED, AMOUNT));
        cashier.notified(gateway, signed("again", order, Standing.State.CONFIRMED, AMOUNT));

        assertThat(cashier.workOff()).isEqualTo(3);

        assertThat(state(order)).isEqualTo(OrderState.BOOKED);
        assertThat(cashier.orders().journal(order))
                .extracting(OrderEvent::state)
                .endsWith(OrderState.PENDING, OrderState.CONFIRMED, OrderState.BOOKED);
    }

    private OrderState state(String order) {
        return cashier.orders().find(order).orElseThrow().state();
    }

    private List<String> notifyOf(int payments) throws Exception {
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            paid.add(notified("e" + i, AMOUNT));
        }
        return paid;
    }

    private String notified(String event, Money amount) throws Exception {
        return notified(event, amount, Standing.State.CONFIRMED);
    }

    /** An order of the one due, of which the gateway has said this. */
    private String notified(String event, Money amount, Standing.State said) throws Exception {
        OrderLine line = new OrderLine("payments", "1", ANNA, "Podatek", GMINA, Money.ZERO, Money.ZERO, amount);
        Purchase purchase = new Purchase(
                "request of " + event,
                new PaymentOrder.Payer("anna", "", Optional.empty(), "192.0.2.7", Locale.forLanguageTag("pl")),
                List.of(line));
        PaymentOrder order = cashier.writeDown(purchase, gateway).get(0);
        cashier.send(order);
        cashier.notified(gateway, signed(event, order.id(), said, amount));
        return order.id();
    }
}
