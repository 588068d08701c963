package pl.otwartagmina.integration.przelewy24.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.Answer;
import pl.otwartagmina.outside.Conversation;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** The calls of REST API v1 that the portal needs. */
final class P24Api {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** What speaks of the portal's access or of a bad moment, not of what was asked for. */
    private static final Set<Integer> NOT_FOR_EVER = Set.of(401, 403, 408, 429);

    private final OutsideSystem p24;
    private final Merchant merchant;

    P24Api(Merchant merchant) {
        this.merchant = merchant;
        this.p24 = new OutsideSystem(merchant.base(), merchant.limit());
    }

    Conversation begin() {
        return p24.begin();
    }

    /** Registers a transaction; the page where it is paid. */
    URI register(Conversation conversation, ObjectNode transaction)
            throws IOException, GatewayUnavailable, GatewayRefused {
        Answer answer = call(conversation, "POST", "api/v1/transaction/register", Optional.of(transaction));
        if (!answer.isSuccess()) {
            throw failure("take the order", answer);
        }
        String token = StrictJson.needText(StrictJson.needObject(answer.json(), "data"), "token");
        if (!token.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new Unreadable("no token");
        }
        return p24.at("trnRequest/" + token);
    }

    Optional<Transaction> find(Conversation conversation, String sessionId) throws IOException, GatewayUnavailable {
        Answer answer = call(conversation, "GET", "api/v1/transaction/by/sessionId/" + sessionId, Optional.empty());
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw unavailable("tell of the order", answer);
        }
        ObjectNode data = StrictJson.needObject(answer.json(), "data");
        if (!StrictJson.needText(data, "sessionId").equals(sessionId)) {
            throw new Unreadable("another order");
        }
        return Optional.of(Transaction.of(data));
    }

    /** Takes a paid transaction; whether Przelewy24 did so now. */
    boolean verify(Conversation conversation, String sessionId, Transaction paid) throws IOException {
        long amount = grosze(paid.amount());
        ObjectNode body = StrictJson.object()
                .put("merchantId", merchant.merchantId())
                .put("posId", merchant.posId())
                .put("sessionId", sessionId)
                .put("amount", amount)
                .put("currency", "PLN")
                .put("orderId", paid.orderId())
                .put(
                        "sign",
                        new Sign()
                                .and("sessionId", sessionId)
                                .and("orderId", paid.orderId())
                                .and("amount", amount)
                                .and("currency", "PLN")
                                .and("crc", merchant.crc())
                                .hex());
        Answer answer = call(conversation, "PUT", "api/v1/transaction/verify", Optional.of(body));
        return answer.isSuccess()
                && answer.json().path("data").path("status").asText("").equals("success");
    }

    List<RefundLine> refunds(Conversation conversation, long orderId) throws IOException, GatewayUnavailable {
        Answer answer = call(conversation, "GET", "api/v1/refund/by/orderId/" + orderId, Optional.empty());
        if (answer.status() == NOT_FOUND) {
            return List.of();
        }
        if (!answer.isSuccess()) {
            throw unavailable("tell of refunds", answer);
        }
        List<RefundLine> lines = new ArrayList<>();
        for (JsonNode line : answer.json().path("data").path("refunds")) {
            lines.add(RefundLine.of(line));
        }
        return lines;
    }

    void refund(Conversation conversation, ObjectNode request) throws IOException, GatewayUnavailable, GatewayRefused {
        Answer answer = call(conversation, "POST", "api/v1/transaction/refund", Optional.of(request));
        if (answer.status() == CONFLICT && lacksMoney(answer)) {
            throw new GatewayUnavailable("The gmina's account at Przelewy24 does not hold enough to give back");
        }
        if (!answer.isSuccess()) {
            throw failure("give back", answer);
        }
    }

    /** Refunds are taken from what Przelewy24 has not paid out yet: tomorrow there may be enough. */
    private static boolean lacksMoney(Answer answer) throws Unreadable {
        for (JsonNode line : answer.json().path("error")) {
            if (line.path("message").asText("").equals("Insufficient funds available")) {
                return true;
            }
        }
        return false;
    }

    private Answer call(Conversation conversation, String method, String path, Optional<ObjectNode> body)
            throws IOException {
        return conversation.call(
                method,
                path,
                Map.of(
                        "Authorization",
                        merchant.authorization(),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json"),
                body.map(ObjectNode::toString));
    }

    private static GatewayUnavailable failure(String what, Answer answer) throws GatewayRefused {
        if (answer.isRefusal() && !NOT_FOR_EVER.contains(answer.status())) {
            throw new GatewayRefused("Przelewy24 will not " + what + ": " + answer.status());
        }
        return unavailable(what, answer);
    }

    private static GatewayUnavailable unavailable(String what, Answer answer) {
        return new GatewayUnavailable("Przelewy24 does not " + what + ": " + answer.status());
    }

    static long grosze(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }
}
