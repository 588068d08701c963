package pl.otwartagmina.integration.przelewy24.internal;

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

/**
 * Przelewy24, REST API v1. It exists only while its configuration does.
 *
 * <p>Przelewy24 knows a payment by the order's id ({@code sessionId}), so that is also the reference of a checkout.
 */
@Component(
        service = PaymentGateway.class,
        immediate = true,
        configurationPid = Przelewy24Payments.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class)
public final class Przelewy24Payments implements PaymentGateway {
    static final String PID = "pl.otwartagmina.przelewy24";

    /** After so long past its end nobody pays an order any more; Przelewy24 itself never says so. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int MOST_MINUTES = 99;
    private static final int LONGEST_ADDRESS = 250;
    private static final int LONGEST_EMAIL = 50;
    private static final int LONGEST_REASON = 35;
    private static final int LONGEST_REFUND_ID = 35;

    private final Merchant merchant;
    private final Clock clock;
    private final P24Api api;
    private final Notices notices;

    /** Each registration has a page of its own: who comes back soon gets the same. */
    private final Recent<Checkout> opened = new Recent<>();

    /** @throws IllegalArgumentException if a setting is wrong, telling which */
    @Activate
    public Przelewy24Payments(@Reference Clock clock, Config config) throws IOException {
        this(Merchant.of(config, System.getenv()), clock);
    }

    Przelewy24Payments(Merchant merchant, Clock clock) {
        this.merchant = merchant;
        this.clock = clock;
        this.api = new P24Api(merchant);
        this.notices = new Notices(merchant);
    }

    @Override
    public String id() {
        return "przelewy24";
    }

    @Override
    public String name(Locale locale) {
        return "Przelewy24";
    }

    @Override
    public Terms terms() {
        return merchant.terms();
    }

    @Override
    public Checkout open(Order order) throws GatewayUnavailable, GatewayRefused {
        enter(order);
        try {
            Optional<Checkout> before = opened.find(order.id());
            if (before.isPresent()) {
                return before.get();
            }
            ObjectNode request = request(order);
            Conversation conversation = api.begin();
            boolean paid = api.find(conversation, order.id())
                    .filter(one -> one.state() != State.OPEN)
                    .isPresent();
            Checkout checkout = new Checkout(order.id(), paid ? order.back() : api.register(conversation, request));
            opened.keep(order.id(), checkout);
            return checkout;
        } catch (IOException failure) {
            throw unreachable(failure);
        } finally {
            opened.leave(order.id());
        }
    }

    private ObjectNode request(Order order) throws GatewayRefused {
        Duration left = Duration.between(clock.instant(), order.expires());
        String back = order.back().toString();
        String notifications = order.notifications().toString();
        if (order.shares().size() != 1 || left.toSeconds() < 1) {
            throw new GatewayRefused("Przelewy24 takes an order for one account that can still be paid");
        }
        if (back.length() > LONGEST_ADDRESS || notifications.length() > LONGEST_ADDRESS) {
            throw new GatewayRefused("Przelewy24 takes no addresses of more than " + LONGEST_ADDRESS);
        }
        long amount = P24Api.grosze(order.amount());
        ObjectNode request = StrictJson.object()
                .put("merchantId", merchant.merchantId())
                .put("posId", merchant.posId())
                .put("sessionId", order.id())
                .put("amount", amount)
                .put("currency", "PLN")
                .put("description", order.title())
                .put(
                        "email",
                        order.payer()
                                .filter(address -> address.length() <= LONGEST_EMAIL)
                                .orElse(merchant.email()))
                .put("country", "PL")
                // it has no Ukrainian pages
                .put("language", order.language().getLanguage().equals("en") ? "en" : "pl")
                .put("urlReturn", back)
                .put("urlStatus", notifications)
                .put("timeLimit", Math.min(MOST_MINUTES, left.plusSeconds(59).toMinutes()))
                .put("encoding", "UTF-8")
                .put(
                        "sign",
                        new Sign()
                                .and("sessionId", order.id())
                                .and("merchantId", merchant.merchantId())
                                .and("amount", amount)
                                .and("currency", "PLN")
                                .and("crc", merchant.crc())
                                .hex());
        return merchant.channels() == 0 ? request : request.put("channel", merchant.channels());
    }

    @Override
    public Notice read(Notification notification) throws NotBelieved {
        return notices.read(notification);
    }

    @Override
    public Standing ask(Order order, String reference) throws GatewayUnavailable {
        try {
            Conversation conversation = api.begin();
            Optional<Transaction> found = api.find(conversation, order.id());
            if (found.isEmpty() && reference.isEmpty()) {
                return new Standing(State.UNKNOWN, Money.ZERO, Optional.empty());
            }
            Transaction now = found.orElseGet(() -> new Transaction(0, order.amount(), State.OPEN));
            // another amount than was asked for is not taken: it is for people to look at
            if (now.state() == State.PAID && now.amount().equals(order.amount())) {
                now = taken(conversation, order.id(), now);
            }
            return switch (now.state()) {
                case OPEN ->
                    new Standing(
                            clock.instant().isAfter(order.expires().plus(GRACE)) ? State.FAILED : State.OPEN,
                            now.amount(),
                            Optional.empty());
                case CONFIRMED, REFUNDED -> afterRefunds(now, api.refunds(conversation, now.orderId()));
                default -> new Standing(now.state(), now.amount(), Optional.empty());
            };
        } catch (IOException failure) {
            throw unreachable(failure);
        }
    }

    /** Without being verified the money would stay with the payer, as a prepayment. */
    private Transaction taken(Conversation conversation, String sessionId, Transaction paid)
            throws IOException, GatewayUnavailable {
        if (api.verify(conversation, sessionId, paid)) {
            return new Transaction(paid.orderId(), paid.amount(), State.CONFIRMED);
        }
        // refused also if somebody else was faster
        return api.find(conversation, sessionId)
                .filter(now -> now.state() != State.PAID)
                .orElseThrow(() -> new GatewayUnavailable("Przelewy24 does not verify the payment"));
    }

    private static Standing afterRefunds(Transaction paid, List<RefundLine> refunds) {
        Money given = refunds.stream().map(RefundLine::given).reduce(Money.ZERO, Money::plus);
        // a transaction that was returned without a refund of the gmina's was returned as a whole
        return given.isZero()
                ? new Standing(paid.state(), paid.amount(), Optional.empty())
                : new Standing(State.REFUNDED, given, Optional.empty());
    }

    @Override
    public Refunding refund(Order order, String reference, Refund refund) throws GatewayUnavailable, GatewayRefused {
        String id = refund.id().replace("-", "");
        if (id.length() > LONGEST_REFUND_ID) {
            throw new GatewayRefused("Przelewy24 takes no id of a refund of more than " + LONGEST_REFUND_ID);
        }
        enter(order);
        try {
            Conversation conversation = api.begin();
            long orderId = api.find(conversation, order.id())
                    .map(Transaction::orderId)
                    .orElseThrow(() -> new GatewayRefused("Przelewy24 does not know the order"));
            Optional<RefundLine> asked = api.refunds(conversation, orderId).stream()
                    .filter(line -> line.requestId().equals(id))
                    .findFirst();
            if (asked.isPresent()) {
                return asked.get().standing();
            }
            api.refund(conversation, request(order, orderId, refund, id));
            return Refunding.PENDING;
        } catch (IOException failure) {
            throw unreachable(failure);
        } finally {
            opened.leave(order.id());
        }
    }

    private static ObjectNode request(Order order, long orderId, Refund refund, String id) {
        String reason = refund.reason();
        ObjectNode request = StrictJson.object()
                .put("requestId", id)
                .put("refundsUuid", id)
                .put("urlStatus", order.notifications().toString());
        request.putArray("refunds")
                .addObject()
                .put("orderId", orderId)
                .put("sessionId", order.id())
                .put("amount", P24Api.grosze(refund.amount()))
                .put("description", reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        return request;
    }

    /** Two calls about one order do not run into each other; the second may come again. */
    private void enter(Order order) throws GatewayUnavailable {
        if (!opened.enter(order.id())) {
            throw new GatewayUnavailable("Przelewy24 is being asked about this order right now");
        }
    }

    private static GatewayUnavailable unreachable(IOException failure) {
        return new GatewayUnavailable("Przelewy24 cannot be asked: " + failure.getMessage(), failure);
    }
}
