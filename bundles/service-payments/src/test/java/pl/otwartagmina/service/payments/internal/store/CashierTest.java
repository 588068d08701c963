package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.order.FakeGateway.signed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
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
class CashierTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final Money AMOUNT = Money.of("131.00");
    private static final Nrb OTHER_ACCOUNT = Nrb.ofBban("109010149999000240000021");

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final FakeGateway single = new FakeGateway("jedna", false);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables;
    private final Cashier cashier;
    private final Dues dues;

    CashierTest(Database database) {
        tables = new DuesTables(database, clock);
        cashier = new Cashier(
                tables, () -> List.of(gateway, single), DueSources.NONE, new Town(), (unit, act) -> acts.add(act));
        dues = new Dues(tables, LateInterest.builtIn());
        tables.write(Table.DUES, List.of(realEstate("1", NOVEMBER, "0.00")), 1);
    }

    @Test
    void what_is_paid_is_written_down_before_the_gateway_knows_of_it() throws Exception {
        List<PaymentOrder> orders = write("a");

        assertThat(gateway.opened()).isZero();
        assertThat(orders).hasSize(1);
        assertThat(cashier.orders().find(orders.get(0).id())).contains(orders.get(0));
        assertThat(orders.get(0).expires())
                .isEqualTo(TODAY.plusDays(1).atStartOfDay(WARSAW).toInstant());
    }

    @Test
    void the_same_request_is_the_same_payment_even_at_the_same_moment() throws Exception {
        List<List<PaymentOrder>> made = AtOnce.run(8, () -> write("twice"));

        assertThat(made).allSatisfy(orders -> assertThat(orders).isEqualTo(made.get(0)));
        assertThat(cashier.orders().ofPayer("anna")).hasSize(1);
    }

    @Test
    void where_the_gateway_wants_it_each_account_has_its_order() throws Exception {
        List<PaymentOrder> orders =
                cashier.writeDown(purchase("a", List.of(line("1", GMINA), line("2", OTHER_ACCOUNT))), single);

        assertThat(orders).extracting(PaymentOrder::number).containsExactly(1, 2);
        assertThat(orders)
                .extracting(PaymentOrder::act)
                .containsOnly(orders.get(0).act());
        assertThat(orders).extracting(PaymentOrder::amount).containsOnly(AMOUNT);
        assertThat(cashier.orders().ofAct("anna", orders.get(0).act())).isEqualTo(orders);
        assertThat(cashier.orders().ofAct("jan", orders.get(0).act())).isEmpty();
    }

    @Test
    void what_the_gateway_does_not_take_is_not_written_down() {
        OrderLine cheap =
                new OrderLine("payments", "1", ANNA, "Podatek", GMINA, Money.ZERO, Money.ZERO, Money.of("0.50"));

        assertThatThrownBy(() -> cashier.writeDown(purchase("a", List.of(cheap)), gateway))
                .isInstanceOf(GatewayRefused.class);
        assertThat(cashier.orders().ofPayer("anna")).isEmpty();
    }

    @Test
    void the_payer_is_sent_to_the_same_page_however_often_they_go_there() throws Exception {
        PaymentOrder order = write("a").get(0);

        URI page = cashier.send(order);

        assertThat(cashier.send(again(order))).isEqualTo(page);
        assertThat(gateway.opened()).isEqualTo(1);
        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);
        assertThat(again(order).reference()).isEqualTo("ref-" + order.id());
    }

    @Test
    void a_gateway_that_is_away_leaves_the_order_waiting_and_the_next_try_sends_it() throws Exception {
        PaymentOrder order = write("a").get(0);
        gateway.away(true);

        assertThatThrownBy(() -> cashier.send(order)).isInstanceOf(GatewayUnavailable.class);
        assertThat(again(order).state()).isEqualTo(OrderState.CREATED);
        gateway.away(false);
        assertThat(cashier.send(again(order))).isEqualTo(URI.create("https://bramka.example/" + order.id()));
    }

    @Test
    void a_notification_books_and_the_due_waits_for_the_tax_system() throws Exception {
        PaymentOrder order = sent("a");

        cashier.notified(gateway, signed("e1", order.id(), Standing.State.CONFIRMED, AMOUNT));
        cashier.workOff();

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(booked(order)).extracting(Booking::principal).containsExactly(AMOUNT);
        assertThat(booked(order)).extracting(Booking::paidOn).containsExactly(TODAY);
        assertThat(dues.open(ANNA)).singleElement().satisfies(owed -> {
            assertThat(owed.state()).isEqualTo(DueState.IN_PROGRESS);
            assertThat(owed.toPay()).isEqualTo(Money.ZERO);
        });
        assertThat(acts).extracting(AuditRecord::action).containsExactly("payments.pay", "payments.booked");
    }

    @Test
    void lost_doubled_and_shuffled_notifications_book_once() throws Exception {
        PaymentOrder order = sent("a");
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (Standing.State state : List.of(
                    Standing.State.PENDING, Standing.State.CONFIRMED, Standing.State.OPEN, Standing.State.FAILED)) {
                all.add(() -> {
                    cashier.notified(gateway, signed("e-" + state, order.id(), state, AMOUNT));
                    return cashier.workOff();
                });
            }
        }
        Collections.shuffle(all, new java.util.Random(7));
        AtOnce.run(all);
        cashier.workOff();

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(booked(order)).hasSize(1);
    }

    @Test
    void an_event_of_the_same_name_with_other_words_is_refused_and_raises_an_alarm() throws Exception {
        PaymentOrder order = sent("a");
        cashier.notified(gateway, signed("e1", order.id(), Standing.State.PENDING, AMOUNT));

        assertThat(cashier.notified(gateway, signed("e1", order.id(), Standing.State.PENDING, AMOUNT)))
                .isEqualTo(GatewayEvents.Kept.REPEATED);
        assertThat(cashier.notified(gateway, signed("e1", order.id(), Standing.State.CONFIRMED, AMOUNT)))
                .isEqualTo(GatewayEvents.Kept.CONTRADICTED);
        cashier.workOff();
        assertThat(again(order).state()).isEqualTo(OrderState.PENDING);
        assertThat(acts).extracting(AuditRecord::action).containsExactly("payments.pay", "payments.contradiction");
    }

    @Test
    void what_is_not_signed_changes_nothing() throws Exception {
        PaymentOrder order = sent("a");
        Notification forged = new Notification(
                Map.of(), ("e1;" + order.id() + ";CONFIRMED;131.00").getBytes(StandardCharsets.UTF_8), "192.0.2.1");

        assertThatThrownBy(() -> cashier.notified(gateway, forged)).isInstanceOf(NotBelieved.class);
        assertThat(cashier.workOff()).isZero();
        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);
        for (int i = 0; i < 1000; i++) {
            cashier.disbelieved(gateway, new NotBelieved("not signed"));
        }
        clock.pass(Duration.ofMinutes(1));
        cashier.disbelieved(gateway, new NotBelieved("not signed"));
        assertThat(acts)
                .extracting(AuditRecord::action)
                .containsExactly("payments.pay", "payments.forgery", "payments.forgery");
    }

    @Test
    void another_amount_than_the_orders_is_not_booked_but_looked_at() throws Exception {
        PaymentOrder order = sent("a");
        cashier.notified(gateway, signed("e1", order.id(), Standing.State.CONFIRMED, Money.of("1.31")));
        cashier.workOff();

        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);
        assertThat(booked(order)).isEmpty();
        assertThat(cashier.orders().journal(order.id()))
                .extracting(OrderEvent::cause)
                .contains(OrderEvent.Cause.AMOUNT);
        assertThat(acts).extracting(AuditRecord::action).containsExactly("payments.pay", "payments.amount");
    }

    @Test
    void one_gateway_does_not_speak_of_the_orders_of_another() throws Exception {
        PaymentOrder order = sent("a");
        cashier.notified(single, signed("e1", order.id(), Standing.State.CONFIRMED, AMOUNT));
        cashier.workOff();

        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);
        assertThat(acts).extracting(AuditRecord::action).containsExactly("payments.pay", "payments.unknownOrder");
    }

    @Test
    void without_any_notification_the_gateway_is_asked_and_tells() throws Exception {
        PaymentOrder order = sent("a");
        assertThat(cashier.toAsk()).isEmpty();
        gateway.paid(order.id(), AMOUNT);
        clock.pass(Duration.ofMinutes(1));

        assertThat(cashier.toAsk()).containsExactly(order.id());
        cashier.ask(order.id());

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(cashier.toAsk()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(cashier.toAsk()).isEmpty();
    }

    @Test
    void an_order_that_was_paid_although_the_portal_stopped_before_it_knew_the_page_is_booked() throws Exception {
        PaymentOrder order = write("a").get(0);
        gateway.paid(order.id(), AMOUNT);
        clock.pass(Duration.ofMinutes(1));

        cashier.toAsk().forEach(cashier::ask);

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
    }

    @Test
    void what_is_not_paid_by_midnight_runs_out_and_money_that_comes_later_is_booked_all_the_same() throws Exception {
        PaymentOrder order = sent("a");
        clock.pass(Duration.ofHours(12));
        cashier.toAsk().forEach(cashier::ask);
        assertThat(again(order).state()).isEqualTo(OrderState.EXPIRED);

        gateway.paid(order.id(), AMOUNT);
        clock.pass(Duration.ofHours(3));
        cashier.toAsk().forEach(cashier::ask);

        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(cashier.orders().journal(order.id()))
                .extracting(OrderEvent::state)
                .containsExactly(
                        OrderState.CREATED,
                        OrderState.REDIRECTED,
                        OrderState.EXPIRED,
                        OrderState.CONFIRMED,
                        OrderState.BOOKED);
    }

    @Test
    void a_gateway_that_is_away_is_asked_again_and_again_ever_more_seldom() throws Exception {
        PaymentOrder order = sent("a");
        gateway.away(true);
        int asked = 0;
        for (int minute = 0; minute < 60; minute++) {
            clock.pass(Duration.ofMinutes(1));
            List<String> due = cashier.toAsk();
            asked += due.size();
            due.forEach(cashier::ask);
        }

        assertThat(asked).isBetween(4, 6);
        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);
    }

    @Test
    void what_a_transfer_paid_meanwhile_is_shown_as_an_overpayment() throws Exception {
        PaymentOrder order = sent("a");
        tables.write(Table.DUES, List.of(realEstate("1", NOVEMBER, "100.00")), 1);
        cashier.notified(gateway, signed("e1", order.id(), Standing.State.CONFIRMED, AMOUNT));
        cashier.workOff();

        assertThat(booked(order)).singleElement().satisfies(booking -> {
            assertThat(booking.principal()).isEqualTo(Money.of("31.00"));
            assertThat(booking.surplus()).isEqualTo(Money.of("100.00"));
        });
    }

    @Test
    void a_due_paid_twice_is_booked_once_and_the_second_time_all_of_it_is_too_much() throws Exception {
        PaymentOrder first = sent("a");
        PaymentOrder second = sent("b");
        for (PaymentOrder order : List.of(first, second)) {
            cashier.notified(gateway, signed("e-" + order.id(), order.id(), Standing.State.PENDING, AMOUNT));
        }
        cashier.workOff();
        for (PaymentOrder order : List.of(first, second)) {
            cashier.notified(gateway, signed("f-" + order.id(), order.id(), Standing.State.CONFIRMED, AMOUNT));
        }
        cashier.workOff();

        Money principal = sum(first, second, Booking::principal);
        assertThat(principal).isEqualTo(AMOUNT);
        assertThat(sum(first, second, Booking::surplus)).isEqualTo(AMOUNT);
    }

    @Test
    void what_the_payer_gives_up_is_cancelled_but_not_once_it_is_paid() throws Exception {
        PaymentOrder order = sent("a");
        cashier.cancel(order);
        assertThat(again(order).state()).isEqualTo(OrderState.CANCELLED);

        PaymentOrder paid = sent("b");
        cashier.notified(gateway, signed("e1", paid.id(), Standing.State.PENDING, AMOUNT));
        cashier.workOff();
        cashier.cancel(paid);
        assertThat(again(paid).state()).isEqualTo(OrderState.PENDING);
    }

    @Test
    void a_refund_is_believed_only_when_the_gateway_was_asked_and_a_part_of_it_is_noted() throws Exception {
        PaymentOrder order = sent("a");
        cashier.notified(gateway, signed("r1", order.id(), Standing.State.REFUNDED, Money.of("31.00")));
        cashier.workOff();
        assertThat(again(order).state()).isEqualTo(OrderState.REDIRECTED);

        gateway.refunded(order.id(), Money.of("31.00"));
        cashier.toAsk().forEach(cashier::ask);
        assertThat(again(order).state()).isEqualTo(OrderState.BOOKED);
        assertThat(cashier.orders().journal(order.id())).last().satisfies(event -> assertThat(event.cause())
                .isEqualTo(OrderEvent.Cause.REFUND));

        gateway.refunded(order.id(), AMOUNT);
        cashier.notified(gateway, signed("r2", order.id(), Standing.State.REFUNDED, Money.of("100.00")));
        cashier.workOff();
        cashier.toAsk().forEach(cashier::ask);
        assertThat(again(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(booked(order)).hasSize(1);
    }

    private Money sum(PaymentOrder first, PaymentOrder second, java.util.function.Function<Booking, Money> part) {
        return java.util.stream.Stream.of(first, second)
                .flatMap(order -> booked(order).stream())
                .map(part)
                .reduce(Money.ZERO, Money::plus);
    }

    private List<Booking> booked(PaymentOrder order) {
        return cashier.orders().bookings(again(order));
    }

    private PaymentOrder sent(String request) throws Exception {
        PaymentOrder order = write(request).get(0);
        cashier.send(order);
        return again(order);
    }

    private List<PaymentOrder> write(String request) throws GatewayRefused {
        return cashier.writeDown(purchase(request, List.of(line("1", GMINA))), gateway);
    }

    private PaymentOrder again(PaymentOrder order) {
        return cashier.orders().find(order.id()).orElseThrow();
    }

    private static Purchase purchase(String request, List<OrderLine> lines) {
        return new Purchase(
                request,
                new PaymentOrder.Payer(
                        "anna", "", Optional.of("anna@poczta.example"), "192.0.2.7", Locale.forLanguageTag("pl")),
                lines);
    }

    private static OrderLine line(String due, Nrb creditor) {
        return new OrderLine(
                "payments", due, ANNA, "Podatek od nieruchomości", creditor, Money.ZERO, Money.ZERO, AMOUNT);
    }
}
