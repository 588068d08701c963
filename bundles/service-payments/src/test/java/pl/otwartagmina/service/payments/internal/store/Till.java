package pl.otwartagmina.service.payments.internal.store;

import static pl.otwartagmina.service.payments.internal.order.FakeGateway.signed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.SampleDues;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.service.payments.internal.order.Purchase;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;

/** Anna pays in the portal, and it is booked at once. */
final class Till {
    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final DuesTables tables;
    private final Cashier cashier;

    Till(DuesTables tables) {
        this.tables = tables;
        this.cashier = new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> {});
    }

    PortalPayment pay(String principal) throws Exception {
        return payFor("D1", principal);
    }

    PortalPayment pay(String costs, String principal) throws Exception {
        return booked(started("D1", Money.of(costs), Money.of(principal)));
    }

    PortalPayment payFor(String due, String principal) throws Exception {
        return booked(started(due, Money.ZERO, Money.of(principal)));
    }

    /** At the gateway, and not paid yet. */
    PaymentOrder started(String due, Money costs, Money principal) throws Exception {
        OrderLine line = new OrderLine(
                "payments",
                due,
                TaxOffice.ANNA,
                "Podatek od nieruchomości",
                SampleDues.GMINA,
                costs,
                Money.ZERO,
                principal);
        PaymentOrder order = cashier.writeDown(
                        new Purchase(
                                UUID.randomUUID().toString(),
                                new PaymentOrder.Payer(
                                        "anna", "", Optional.empty(), "192.0.2.7", Locale.forLanguageTag("pl")),
                                List.of(line)),
                        gateway)
                .get(0);
        cashier.send(order);
        return order;
    }

    PortalPayment booked(PaymentOrder order) throws Exception {
        cashier.notified(
                gateway, signed(UUID.randomUUID().toString(), order.id(), Standing.State.CONFIRMED, order.amount()));
        cashier.workOff();
        return new PortalPayment(order.id(), 1);
    }

    Booking booking(PortalPayment name) {
        return cashier.orders()
                .bookings(cashier.orders().find(name.id()).orElseThrow())
                .get(name.line() - 1);
    }

    boolean takenOver(PortalPayment name) {
        return takenOverAt(name).isPresent();
    }

    Optional<Instant> takenOverAt(PortalPayment name) {
        Query query = new Query(
                "SELECT taken_over FROM payments_booking WHERE order_id = ? AND line = ?", name.id(), name.line());
        return tables.unit()
                .sql(connection -> query.list(connection, row -> Moments.get(row, 1)))
                .get(0);
    }
}
