package pl.otwartagmina.integration.przelewy24.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** Reads notifications: of a payment, which waits to be verified, and of a refund. */
final class Notices {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Merchant merchant;

    Notices(Merchant merchant) {
        this.merchant = merchant;
    }

    Notice read(Notification notification) throws NotBelieved {
        byte[] body = notification.body();
        if (body.length > LONGEST) {
            throw new NotBelieved("a notification that is too long");
        }
        try {
            ObjectNode said = StrictJson.object(body);
            return said.has("refundsUuid") ? refund(said) : payment(said);
        } catch (Unreadable junk) {
            throw new NotBelieved("a notification with " + junk.getMessage());
        }
    }

    private Notice payment(ObjectNode said) throws Unreadable, NotBelieved {
        String sessionId = StrictJson.needText(said, "sessionId");
        long orderId = StrictJson.needWhole(said, "orderId");
        believe(
                said,
                new Sign()
                        .and("merchantId", StrictJson.needWhole(said, "merchantId"))
                        .and("posId", StrictJson.needWhole(said, "posId"))
                        .and("sessionId", sessionId)
                        .and("amount", StrictJson.needWhole(said, "amount"))
                        .and("originAmount", StrictJson.needWhole(said, "originAmount"))
                        .and("currency", StrictJson.needText(said, "currency"))
                        .and("orderId", orderId)
                        .and("methodId", StrictJson.needWhole(said, "methodId"))
                        .and("statement", StrictJson.needText(said, "statement"))
                        .and("crc", merchant.crc()));
        if (StrictJson.needWhole(said, "posId") != merchant.posId()) {
            throw new NotBelieved("a notification for another shop");
        }
        return new Notice(
                "paid:" + orderId,
                ours(sessionId),
                sessionId,
                new Standing(State.PAID, Transaction.amount(said), Optional.empty()));
    }

    private Notice refund(ObjectNode said) throws Unreadable, NotBelieved {
        String sessionId = StrictJson.needText(said, "sessionId");
        String refund = StrictJson.needText(said, "refundsUuid");
        long status = StrictJson.needWhole(said, "status");
        believe(
                said,
                new Sign()
                        .and("orderId", StrictJson.needWhole(said, "orderId"))
                        .and("sessionId", sessionId)
                        .and("refundsUuid", refund)
                        .and("merchantId", StrictJson.needWhole(said, "merchantId"))
                        .and("amount", StrictJson.needWhole(said, "amount"))
                        .and("currency", StrictJson.needText(said, "currency"))
                        .and("status", status)
                        .and("crc", merchant.crc()));
        Money given = Transaction.amount(said);
        return new Notice(
                "refund:" + ours(refund) + ":" + status,
                ours(sessionId),
                sessionId,
                // 0 is done, everything else is not
                new Standing(State.REFUNDED, status == 0 ? given : Money.ZERO, Optional.empty()));
    }

    private void believe(ObjectNode said, Sign right) throws Unreadable, NotBelieved {
        if (!right.isOf(StrictJson.needText(said, "sign"))) {
            throw new NotBelieved("a wrong sign");
        }
        if (StrictJson.needWhole(said, "merchantId") != merchant.merchantId()) {
            throw new NotBelieved("a notification for another merchant");
        }
    }

    private static String ours(String id) throws Unreadable {
        if (!OURS.matcher(id).matches()) {
            throw new Unreadable("no id of the portal's");
        }
        return id;
    }
}
