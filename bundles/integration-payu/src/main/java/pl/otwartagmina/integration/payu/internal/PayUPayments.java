package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
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
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.Conversation;
import pl.otwartagmina.outside.Recent;
import pl.otwartagmina.outside.StrictJson;

/** PayU, REST API 2.1. It exists only while its configuration does. */
@Component(
        service = PaymentGateway.class,
        immediate = true,
        configurationPid = PayUPayments.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class)
public final class PayUPayments implements PaymentGateway {
    static final String PID = "pl.otwartagmina.payu";

    private final PointOfSale pos;
    private final Clock clock;
    private final PayUApi api;
    private final Notices notices;

    /** PayU tells the page of an order once; who comes back to it soon gets it from here. */
    private final Recent<Checkout> opened = new Recent<>();

    /** @throws IllegalArgumentException if a setting is wrong, telling which */
    @Activate
    public PayUPayments(@Reference Clock clock, Config config) throws IOException {
        this(PointOfSale.of(config, System.getenv()), clock);
    }

    PayUPayments(PointOfSale pos, Clock clock) {
        this.pos = pos;
        this.clock = clock;
        this.api = new PayUApi(pos, clock);
        this.notices = new Notices(pos);
    }

    @Override
    public String id() {
        return "payu";
    }

    @Override
    public String name(Locale locale) {
        return "PayU";
    }

    @Override
    public Terms terms() {
        return pos.terms();
    }

    @Override
    public Checkout open(Order order) throws GatewayUnavailable, GatewayRefused {
        enter(order);
        try {
            Optional<Checkout> before = opened.find(order.id());
            if (before.isPresent()) {
                return before.get();
            }
            Conversation conversation = api.begin();
            Checkout checkout = api.create(conversation, request(order)) instanceof PayUApi.Opened.Page created
                    ? new Checkout(created.orderId(), created.page())
                    : known(conversation, order);
            opened.keep(order.id(), checkout);
            return checkout;
        } catch (IOException failure) {
            throw unreachable(failure);
        } finally {
            opened.leave(order.id());
        }
    }

    /**
     * The order that PayU had taken while its answer was lost on the way. Its page cannot be asked for again, so an order
     * that nobody has paid is ended there: nobody will pay it unseen.
     */
    private Checkout known(Conversation conversation, Order order)
            throws IOException, GatewayUnavailable, GatewayRefused {
        PayUOrder known = api.find(conversation, order.id())
                .orElseThrow(() -> new GatewayUnavailable("PayU knows the order and does not find it"));
        switch (known.state()) {
            case OPEN -> {
                api.cancel(conversation, known.orderId());
                throw new GatewayRefused("PayU's page of the order was lost on the way; the order was cancelled there");
            }
            case FAILED -> throw new GatewayRefused("PayU has this order already, as " + known.status());
            default -> {
                return new Checkout(known.orderId(), order.back());
            }
        }
    }

    private ObjectNode request(Order order) throws GatewayRefused {
        long seconds = Duration.between(clock.instant(), order.expires()).toSeconds();
        if (order.shares().size() != 1 || seconds < 1) {
            throw new GatewayRefused("PayU takes an order for one account that can still be paid");
        }
        String grosze = grosze(order.amount());
        ObjectNode request = StrictJson.object()
                .put("extOrderId", order.id())
                .put("merchantPosId", pos.posId())
                .put("customerIp", order.address())
                .put("description", order.title())
                .put("currencyCode", "PLN")
                .put("totalAmount", grosze)
                .put("validityTime", Long.toString(seconds))
                .put("continueUrl", order.back().toString())
                .put("notifyUrl", order.notifications().toString());
        order.payer().ifPresent(payer -> request.putObject("buyer")
                .put("email", payer)
                .put("language", order.language().getLanguage()));
        request.putArray("products")
                .addObject()
                .put("name", order.title())
                .put("unitPrice", grosze)
                .put("quantity", "1");
        return request;
    }

    @Override
    public Notice read(Notification notification) throws NotBelieved {
        return notices.read(notification);
    }

    @Override
    public Standing ask(Order order, String reference) throws GatewayUnavailable {
        try {
            Conversation conversation = api.begin();
            Optional<PayUOrder> found = find(conversation, order, reference);
            if (found.isEmpty()) {
                return new Standing(State.UNKNOWN, Money.ZERO, Optional.empty());
            }
            PayUOrder now = found.get();
            // another amount than was asked for is not taken: it is for people to look at
            if (now.isWaiting() && now.amount().equals(order.amount())) {
                api.capture(conversation, now.orderId());
                now = find(conversation, order, now.orderId()).orElse(now);
            }
            return now.state() == State.CONFIRMED
                    ? afterRefunds(now, api.refunds(conversation, now.orderId()))
                    : new Standing(now.state(), now.amount(), Optional.empty());
        } catch (IOException failure) {
            throw unreachable(failure);
        }
    }

    private Optional<PayUOrder> find(Conversation conversation, Order order, String reference)
            throws IOException, GatewayUnavailable {
        Optional<PayUOrder> found =
                reference.isEmpty() ? api.find(conversation, order.id()) : api.retrieve(conversation, reference);
        if (found.filter(one -> !one.extOrderId().equals(order.id())).isPresent()) {
            throw new GatewayUnavailable("PayU has another order by the number " + reference);
        }
        return found;
    }

    private static Standing afterRefunds(PayUOrder paid, List<PayURefund> refunds) {
        Money given = refunds.stream().map(PayURefund::given).reduce(Money.ZERO, Money::plus);
        return given.isZero()
                ? new Standing(State.CONFIRMED, paid.amount(), Optional.empty())
                : new Standing(State.REFUNDED, given, Optional.empty());
    }

    @Override
    public Refunding refund(Order order, String reference, Refund refund) throws GatewayUnavailable, GatewayRefused {
        enter(order);
        try {
            Conversation conversation = api.begin();
            String orderId = find(conversation, order, reference)
                    .map(PayUOrder::orderId)
                    .orElseThrow(() -> new GatewayRefused("PayU does not know the order"));
            Optional<PayURefund> asked = api.refunds(conversation, orderId).stream()
                    .filter(one -> one.extRefundId().equals(refund.id()))
                    .findFirst();
            return asked.isPresent()
                    ? asked.get().standing()
                    : api.refund(conversation, orderId, request(refund)).standing();
        } catch (IOException failure) {
            throw unreachable(failure);
        } finally {
            opened.leave(order.id());
        }
    }

    private static ObjectNode request(Refund refund) {
        ObjectNode request = StrictJson.object();
        request.putObject("refund")
                .put("extRefundId", refund.id())
                .put("description", refund.reason())
                .put("amount", grosze(refund.amount()))
                .put("currencyCode", "PLN");
        return request;
    }

    private static String grosze(Money money) {
        return money.amount().unscaledValue().toString();
    }

    /** Two calls about one order do not run into each other; the second may come again. */
    private void enter(Order order) throws GatewayUnavailable {
        if (!opened.enter(order.id())) {
            throw new GatewayUnavailable("PayU is being asked about this order right now");
        }
    }

    private static GatewayUnavailable unreachable(IOException failure) {
        return new GatewayUnavailable("PayU cannot be asked: " + failure.getMessage(), failure);
    }
}
