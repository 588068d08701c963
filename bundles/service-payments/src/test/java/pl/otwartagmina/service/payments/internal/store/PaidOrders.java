package pl.otwartagmina.service.payments.internal.store;

import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;

/** Orders that went their way through a gateway, for tests of what comes after. */
public final class PaidOrders {
    private final Cashier cashier;
    private final FakeGateway gateway;

    public PaidOrders(Cashier cashier, FakeGateway gateway) {
        this.cashier = cashier;
        this.gateway = gateway;
    }

    /** Anna's, sent to the gateway and not paid. */
    public PaymentOrder sent(String request, String due, Money amount) throws Exception {
        return sent(request, line(due, amount));
    }

    public PaymentOrder sent(String request, OrderLine... lines) throws Exception {
        PaymentOrder order = cashier.writeDown(
                        new Purchase(
                                request,
                                new PaymentOrder.Payer(
                                        "anna", "", Optional.empty(), "192.0.2.7", Locale.forLanguageTag("pl")),
                                List.of(lines)),
                        gateway)
                .get(0);
        cashier.send(order);
        return order;
    }

    /** Anna's, paid and booked. */
    public PaymentOrder order(String request, String due, Money amount) throws Exception {
        return order(request, line(due, amount));
    }

    public PaymentOrder order(String request, OrderLine... lines) throws Exception {
        PaymentOrder order = sent(request, lines);
        cashier.notified(
                gateway, FakeGateway.signed("e-" + order.id(), order.id(), Standing.State.CONFIRMED, order.amount()));
        cashier.workOff();
        return cashier.orders().find(order.id()).orElseThrow();
    }

    private static OrderLine line(String due, Money amount) {
        return new OrderLine(
                "payments", due, ANNA, "Podatek od nieruchomości, rata 3 z 4", GMINA, Money.ZERO, Money.ZERO, amount);
    }
}
