package pl.otwartagmina.service.payments.internal.order;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;

/** A gateway in memory: knows its orders, can be away, and signs with a word. */
public final class FakeGateway implements PaymentGateway {
    private final String id;
    private final boolean manyAccounts;
    private final Map<String, Standing> orders = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<String, Money> refunds = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile Refunding answer = Refunding.DONE;
    private volatile boolean refusing;

    public FakeGateway(String id, boolean manyAccounts) {
        this.id = id;
        this.manyAccounts = manyAccounts;
    }

    /** From now on it cannot be reached, or it can again. */
    public void away(boolean now) {
        away = now;
    }

    /** How many orders it has opened. */
    public int opened() {
        return opened.get();
    }

    /** The payer has paid. */
    public void paid(String order, Money amount) {
        orders.put(order, new Standing(Standing.State.CONFIRMED, amount, Optional.empty()));
    }

    /** So much of it was given back by now. */
    public void refunded(String order, Money amount) {
        orders.put(order, new Standing(Standing.State.REFUNDED, amount, Optional.empty()));
    }

    public static Notification signed(String event, String order, Standing.State state, Money amount) {
        String text =
                String.join(";", event, order, state.name(), amount.amount().toPlainString());
        return new Notification(
                Map.of("Signature", List.of("honest")), text.getBytes(StandardCharsets.UTF_8), "192.0.2.1");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name(Locale locale) {
        return "Bramka";
    }

    @Override
    public Terms terms() {
        return new Terms(Money.of("1.00"), Money.of("50000.00"), manyAccounts);
    }

    @Override
    public Checkout open(Order order) throws GatewayUnavailable, GatewayRefused {
        reach();
        if (orders.putIfAbsent(order.id(), new Standing(Standing.State.OPEN, order.amount(), Optional.empty()))
                == null) {
            opened.incrementAndGet();
        }
        return new Checkout("ref-" + order.id(), URI.create("https://bramka.example/" + order.id()));
    }

    @Override
    public Notice read(Notification notification) throws NotBelieved {
        if (!notification.header("signature").equals(Optional.of("honest"))) {
            throw new NotBelieved("not signed");
        }
        String[] parts = new String(notification.body(), StandardCharsets.UTF_8).split(";");
        return new Notice(
                parts[0],
                parts[1],
                "ref-" + parts[1],
                new Standing(
                        Standing.State.valueOf(parts[2]),
                        Money.of(parts[3]),
                        Optional.of(Instant.parse("2026-11-11T10:00:00Z"))));
    }

    @Override
    public Standing ask(Order order, String reference) throws GatewayUnavailable {
        reach();
        return orders.getOrDefault(order.id(), new Standing(Standing.State.UNKNOWN, Money.ZERO, Optional.empty()));
    }

    @Override
    public Refunding refund(Order order, String reference, Refund refund) throws GatewayUnavailable, GatewayRefused {
        reach();
        if (refusing) {
            throw new GatewayRefused("not this one");
        }
        refunds.put(refund.id(), refund.amount());
        return answer;
    }

    /** What it says of refunds from now on. */
    public void says(Refunding now) {
        answer = now;
    }

    /** From now on it gives nothing back, or it does again. */
    public void refusing(boolean now) {
        refusing = now;
    }

    /** What it was asked to give back, each refund once. */
    public List<Money> refunds() {
        return List.copyOf(refunds.values());
    }

    private void reach() throws GatewayUnavailable {
        if (away) {
            throw new GatewayUnavailable("away");
        }
    }
}
