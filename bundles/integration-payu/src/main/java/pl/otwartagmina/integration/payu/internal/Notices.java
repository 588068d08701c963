package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** Reads notifications: of an order, and of a refund. */
final class Notices {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern THEIRS = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final PointOfSale pos;

    Notices(PointOfSale pos) {
        this.pos = pos;
    }

    Notice read(Notification notification) throws NotBelieved {
        byte[] body = notification.body();
        if (body.length > LONGEST) {
            throw new NotBelieved("a notification that is too long");
        }
        String signature = notification
                .header(SignatureHeader.NAME)
                .orElseThrow(() -> new NotBelieved("a notification without exactly one signature"));
        SignatureHeader.of(signature).believe(body, pos);
        try {
            ObjectNode said = StrictJson.object(body);
            return said.has("refund") ? refund(said) : order(said);
        } catch (Unreadable junk) {
            throw new NotBelieved("a notification with " + junk.getMessage());
        }
    }

    private Notice order(ObjectNode said) throws Unreadable, NotBelieved {
        PayUOrder order = PayUOrder.of(StrictJson.needObject(said, "order"));
        if (!order.posId().equals(pos.posId())) {
            throw new NotBelieved("a notification for another point of sale");
        }
        // a payer who begins anew, by another bank, makes PayU say PENDING again, of another payment of the order
        String event = "order:" + theirs(order.orderId()) + ":" + order.status() + payment(said);
        return new Notice(
                event,
                ours(order.extOrderId()),
                order.orderId(),
                new Standing(order.state(), order.amount(), moment(said)));
    }

    private static Notice refund(ObjectNode said) throws Unreadable {
        String orderId = theirs(StrictJson.needText(said, "orderId"));
        PayURefund refund = PayURefund.of(StrictJson.needObject(said, "refund"));
        return new Notice(
                "refund:" + orderId + ":" + theirs(refund.refundId()) + ":" + refund.standing(),
                ours(StrictJson.needText(said, "extOrderId")),
                orderId,
                new Standing(Standing.State.REFUNDED, refund.given(), Optional.empty()));
    }

    private static String payment(ObjectNode said) throws Unreadable {
        for (JsonNode property : said.path("properties")) {
            if (property.path("name").asText("").equals("PAYMENT_ID")) {
                return ":" + theirs(property.path("value").asText(""));
            }
        }
        return "";
    }

    /** PayU says it of completed orders only. */
    private static Optional<Instant> moment(ObjectNode said) throws Unreadable {
        Optional<String> text = StrictJson.text(said, "localReceiptDateTime");
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException junk) {
            throw new Unreadable("no moment");
        }
    }

    private static String ours(String id) throws Unreadable {
        if (!OURS.matcher(id).matches()) {
            throw new Unreadable("no id of the portal's");
        }
        return id;
    }

    private static String theirs(String id) throws Unreadable {
        if (!THEIRS.matcher(id).matches()) {
            throw new Unreadable("no id of PayU's");
        }
        return id;
    }
}
