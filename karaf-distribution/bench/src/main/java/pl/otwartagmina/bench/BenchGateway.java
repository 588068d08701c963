package pl.otwartagmina.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;

/** A gateway that confirms: its notifications are the order's id. */
final class BenchGateway implements PaymentGateway {
    static final String ID = "bench";
    static final Money AMOUNT = Money.of("131.00");

    static Notification paid(String order) {
        return new Notification(Map.of(), order.getBytes(StandardCharsets.UTF_8), "192.0.2.1");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name(Locale locale) {
        return ID;
    }

    @Override
    public Terms terms() {
        return new Terms(Money.of("1.00"), Money.of("50000.00"), true);
    }

    @Override
    public Checkout open(Order order) {
        return new Checkout(order.id(), URI.create("https://bank.example/" + order.id()));
    }

    @Override
    public Notice read(Notification notification) {
        String order = new String(notification.body(), StandardCharsets.UTF_8);
        return new Notice("paid-" + order, order, order, standing());
    }

    @Override
    public Standing ask(Order order, String reference) {
        return standing();
    }

    @Override
    public Refunding refund(Order order, String reference, Refund refund) {
        throw new UnsupportedOperationException(List.of(order.id(), refund).toString());
    }

    private static Standing standing() {
        return new Standing(Standing.State.CONFIRMED, AMOUNT, Optional.empty());
    }
}
