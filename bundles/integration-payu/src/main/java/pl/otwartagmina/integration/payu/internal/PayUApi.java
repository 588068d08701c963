package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.outside.Answer;
import pl.otwartagmina.outside.Conversation;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.StrictJson;
import pl.otwartagmina.outside.Unreadable;

/** The calls of REST API 2.1 that the portal needs. */
final class PayUApi {
    private static final String ORDERS = "api/v2_1/orders";
    private static final String NOT_UNIQUE = "ERROR_ORDER_NOT_UNIQUE";
    private static final String NOT_FOUND = "DATA_NOT_FOUND";
    private static final int UNAUTHORIZED = 401;
    private static final int FOUND = 302;

    /** What speaks of the portal's access or of a bad moment, not of what was asked for. */
    private static final Set<Integer> NOT_FOR_EVER = Set.of(UNAUTHORIZED, 403, 408, 429);

    private final OutsideSystem payu;
    private final AccessToken token;

    /** What PayU said to a new order. */
    sealed interface Opened {
        record Page(String orderId, URI page) implements Opened {}

        /** PayU has an order of this id already. */
        record Known() implements Opened {}
    }

    PayUApi(PointOfSale pos, Clock clock) {
        payu = new OutsideSystem(pos.base(), pos.limit());
        token = new AccessToken(pos, clock);
    }

    Conversation begin() {
        return payu.begin();
    }

    Opened create(Conversation conversation, ObjectNode order) throws IOException, GatewayUnavailable, GatewayRefused {
        Answer answer = call(conversation, "POST", ORDERS, Optional.of(order));
        if (answer.status() == FOUND || answer.isSuccess()) {
            ObjectNode created = answer.json();
            return new Opened.Page(
                    StrictJson.needText(created, "orderId"), StrictJson.needPage(created, "redirectUri"));
        }
        if (answer.isRefusal() && statusCode(answer).equals(NOT_UNIQUE)) {
            return new Opened.Known();
        }
        throw failure("take the order", answer);
    }

    /** The order of PayU's own id. */
    Optional<PayUOrder> retrieve(Conversation conversation, String orderId) throws IOException, GatewayUnavailable {
        return orders(call(conversation, "GET", ORDERS + "/" + encoded(orderId), Optional.empty())).stream()
                .filter(order -> order.orderId().equals(orderId))
                .findFirst();
    }

    /** The order of the portal's id. */
    Optional<PayUOrder> find(Conversation conversation, String extOrderId) throws IOException, GatewayUnavailable {
        return orders(call(conversation, "GET", ORDERS + "?extOrderId=" + encoded(extOrderId), Optional.empty()))
                .stream()
                .filter(order -> order.extOrderId().equals(extOrderId))
                .findFirst();
    }

    private static List<PayUOrder> orders(Answer answer) throws IOException, GatewayUnavailable {
        if (answer.isRefusal() && statusCode(answer).equals(NOT_FOUND)) {
            return List.of();
        }
        if (!answer.isSuccess()) {
            throw unavailable("tell of the order", answer);
        }
        List<PayUOrder> orders = new ArrayList<>();
        for (JsonNode order : answer.json().path("orders")) {
            orders.add(PayUOrder.of(order));
        }
        return orders;
    }

    /** Takes an order that waits to be taken. */
    void capture(Conversation conversation, String orderId) throws IOException, GatewayUnavailable {
        ObjectNode status = StrictJson.object().put("orderId", orderId).put("orderStatus", "COMPLETED");
        Answer answer = call(conversation, "PUT", ORDERS + "/" + encoded(orderId) + "/status", Optional.of(status));
        if (!answer.isSuccess()) {
            throw unavailable("take the payment", answer);
        }
    }

    /** Ends an order that nobody has paid. */
    void cancel(Conversation conversation, String orderId) throws IOException, GatewayUnavailable {
        Answer answer = call(conversation, "DELETE", ORDERS + "/" + encoded(orderId), Optional.empty());
        if (!answer.isSuccess()) {
            throw unavailable("cancel the order", answer);
        }
    }

    List<PayURefund> refunds(Conversation conversation, String orderId) throws IOException, GatewayUnavailable {
        Answer answer = call(conversation, "GET", ORDERS + "/" + encoded(orderId) + "/refunds", Optional.empty());
        if (answer.isRefusal() && statusCode(answer).equals(NOT_FOUND)) {
            return List.of();
        }
        if (!answer.isSuccess()) {
            throw unavailable("tell of refunds", answer);
        }
        List<PayURefund> refunds = new ArrayList<>();
        for (JsonNode refund : answer.json().path("refunds")) {
            refunds.add(PayURefund.of(refund));
        }
        return refunds;
    }

    PayURefund refund(Conversation conversation, String orderId, ObjectNode refund)
            throws IOException, GatewayUnavailable, GatewayRefused {
        Answer answer = call(conversation, "POST", ORDERS + "/" + encoded(orderId) + "/refunds", Optional.of(refund));
        if (!answer.isSuccess()) {
            throw failure("give back", answer);
        }
        return PayURefund.of(StrictJson.needObject(answer.json(), "refund"));
    }

    private Answer call(Conversation conversation, String method, String path, Optional<ObjectNode> body)
            throws IOException, GatewayUnavailable {
        String first = token.get(conversation);
        Answer answer = call(conversation, method, path, body, first);
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        // PayU may forget a token before its time
        token.forget(first);
        return call(conversation, method, path, body, token.get(conversation));
    }

    private static Answer call(
            Conversation conversation, String method, String path, Optional<ObjectNode> body, String bearer)
            throws IOException {
        return conversation.call(
                method,
                path,
                Map.of(
                        "Authorization",
                        "Bearer " + bearer,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json"),
                body.map(ObjectNode::toString));
    }

    private static GatewayUnavailable failure(String what, Answer answer) throws GatewayRefused {
        if (answer.isRefusal() && !NOT_FOR_EVER.contains(answer.status())) {
            throw new GatewayRefused("PayU will not " + what + ": " + answer.status() + " " + statusCode(answer));
        }
        return unavailable(what, answer);
    }

    private static GatewayUnavailable unavailable(String what, Answer answer) {
        return new GatewayUnavailable("PayU does not " + what + ": " + answer.status() + " " + statusCode(answer));
    }

    /** PayU's word for it, such as {@code ERROR_VALUE_INVALID}; nothing else of an answer is for the log. */
    private static String statusCode(Answer answer) {
        try {
            String code = answer.json().path("status").path("statusCode").asText("");
            return code.matches("[A-Z_]{1,60}") ? code : "";
        } catch (Unreadable junk) {
            return "";
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
