package pl.otwartagmina.integration.sandboxbank.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.integration.sandboxbank.internal.bank.Agreement;
import pl.otwartagmina.integration.sandboxbank.internal.bank.Bank;
import pl.otwartagmina.integration.sandboxbank.internal.bank.Words;
import pl.otwartagmina.outside.Answer;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** The simulated bank as the portal sees it: a system elsewhere that is called over HTTP and cannot be trusted to answer. */
@Component(service = PaymentGateway.class, immediate = true)
public final class SandboxBankPayments implements PaymentGateway {
    private static final Terms TERMS = new Terms(Money.of("0.01"), Money.of("999999.99"), true);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String SIGNATURE = "Sandbox-Bank-Signature";
    private static final int LONGEST = 64 * 1024;
    private static final int NOT_FOUND = 404;

    private final Agreement agreement;
    private final Office office;
    private final OutsideSystem bank;

    @Activate
    public SandboxBankPayments(@Reference Agreement agreement, @Reference Office office) {
        this.agreement = agreement;
        this.office = office;
        this.bank = new OutsideSystem(agreement.base(), LIMIT);
    }

    @Override
    public String id() {
        return "sandbox-bank";
    }

    @Override
    public String name(Locale locale) {
        return Words.of(locale.getLanguage()).text("name");
    }

    @Override
    public Terms terms() {
        return TERMS;
    }

    @Override
    public Checkout open(Order order) throws GatewayUnavailable, GatewayRefused {
        ObjectNode said = StrictJson.object()
                .put("order", order.id())
                .put("title", order.title())
                .put("language", order.language().getLanguage())
                .put("back", order.back().toString())
                .put("notify", order.notifications().toString())
                .put("expires", order.expires().toString());
        ArrayNode shares = said.putArray("shares");
        order.shares().forEach(share -> shares.addObject()
                .put("account", share.creditor().digits())
                .put("amount", grosze(share.amount()))
                .put("title", share.title()));
        try {
            Answer answer = call("POST", "orders", Optional.of(said));
            if (answer.isRefusal()) {
                throw new GatewayRefused("The sandbox bank refuses the order: " + answer.status());
            }
            ObjectNode opened = taken(answer);
            String page = StrictJson.needText(opened, "page");
            boolean open = StrictJson.needText(opened, "state").equals("OPEN");
            return new Checkout(StrictJson.needText(opened, "reference"), open ? page(page) : order.back());
        } catch (IOException failure) {
            throw unreachable(failure);
        }
    }

    /** People reach the bank where they reach the portal. */
    private URI page(String page) throws Unreadable {
        if (!page.matches("pay/[A-Za-z0-9_-]{1,64}")) {
            throw new Unreadable("no page");
        }
        return office.portal().resolve("sandbox-bank/" + page);
    }

    @Override
    public Notice read(Notification notification) throws NotBelieved {
        byte[] body = notification.body();
        String signature = notification
                .header(SIGNATURE)
                .orElseThrow(() -> new NotBelieved("a notification without exactly one signature"));
        if (body.length > LONGEST || !agreement.isSigned(body, signature)) {
            throw new NotBelieved("a wrong signature");
        }
        try {
            ObjectNode said = StrictJson.object(body);
            if (!StrictJson.needText(said, "merchant").equals(Bank.MERCHANT)) {
                throw new NotBelieved("a notification for another merchant");
            }
            return new Notice(
                    StrictJson.needText(said, "event"),
                    StrictJson.needText(said, "order"),
                    StrictJson.needText(said, "reference"),
                    new Standing(state(said), amount(said, "amount"), moment(said)));
        } catch (Unreadable junk) {
            throw new NotBelieved("a notification with " + junk.getMessage());
        }
    }

    @Override
    public Standing ask(Order order, String reference) throws GatewayUnavailable {
        try {
            Answer answer = call("GET", "orders/" + order.id(), Optional.empty());
            if (answer.status() == NOT_FOUND) {
                return new Standing(State.UNKNOWN, Money.ZERO, Optional.empty());
            }
            ObjectNode said = taken(answer);
            if (!StrictJson.needText(said, "order").equals(order.id())) {
                throw new Unreadable("another order");
            }
            Money refunded = amount(said, "refunded");
            return refunded.isZero()
                    ? new Standing(state(said), amount(said, "amount"), moment(said))
                    : new Standing(State.REFUNDED, refunded, moment(said));
        } catch (IOException failure) {
            throw unreachable(failure);
        }
    }

    @Override
    public Refunding refund(Order order, String reference, Refund refund) throws GatewayUnavailable, GatewayRefused {
        ObjectNode said = StrictJson.object()
                .put("id", refund.id())
                .put("amount", grosze(refund.amount()))
                .put("reason", refund.reason());
        try {
            Answer answer = call("POST", "orders/" + order.id() + "/refunds", Optional.of(said));
            if (answer.isRefusal()) {
                throw new GatewayRefused("The sandbox bank refuses the refund: " + answer.status());
            }
            StrictJson.needText(taken(answer), "state");
            return Refunding.DONE;
        } catch (IOException failure) {
            throw unreachable(failure);
        }
    }

    private Answer call(String method, String path, Optional<ObjectNode> body) throws IOException {
        return bank.begin()
                .call(
                        method,
                        "sandbox-bank/api/" + path,
                        Map.of("Authorization", agreement.bearer(), "Content-Type", "application/json"),
                        body.map(ObjectNode::toString));
    }

    private static ObjectNode taken(Answer answer) throws Unreadable, GatewayUnavailable {
        if (!answer.isSuccess()) {
            throw new GatewayUnavailable("The sandbox bank fails: " + answer.status());
        }
        return answer.json();
    }

    private static State state(ObjectNode said) throws Unreadable {
        return switch (StrictJson.needText(said, "state")) {
            case "OPEN" -> State.OPEN;
            case "PENDING" -> State.PENDING;
            case "CONFIRMED" -> State.CONFIRMED;
            case "FAILED" -> State.FAILED;
            case "REFUNDED" -> State.REFUNDED;
            default -> throw new Unreadable("an unknown state");
        };
    }

    private static Money amount(ObjectNode said, String name) throws Unreadable {
        long grosze = StrictJson.needWhole(said, name);
        if (!StrictJson.needText(said, "currency").equals("PLN") || grosze < 0) {
            throw new Unreadable("no amount in złoty");
        }
        return Money.ofGrosze(grosze);
    }

    private static Optional<Instant> moment(ObjectNode said) throws Unreadable {
        try {
            return StrictJson.text(said, "at").map(Instant::parse);
        } catch (DateTimeException junk) {
            throw new Unreadable("no moment");
        }
    }

    private static long grosze(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    private static GatewayUnavailable unreachable(IOException failure) {
        return new GatewayUnavailable("The sandbox bank cannot be asked: " + failure.getMessage(), failure);
    }
}
