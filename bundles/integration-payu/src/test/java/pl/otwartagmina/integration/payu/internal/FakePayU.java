package pl.otwartagmina.integration.payu.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.StrictJson;

/** PayU as far as the portal sees it: tokens, orders by both ids, capture, cancel, refunds; and its bad days. */
final class FakePayU implements AutoCloseable {
    static final String SECOND_KEY = "b6ca15b0d1020e8094d9b5f8d163db54";

    /** What goes wrong with one call. */
    enum Trouble {
        /** Understood, but the answer is a 500. */
        FAILS_AFTERWARDS,
        FAILS,
        HANGS,
        JUNK,
        FORGETS_TOKENS
    }

    final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> refunds = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<ObjectNode> created = new ArrayList<>();
    private final Deque<Map.Entry<String, Trouble>> troubles = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private int tokens;

    FakePayU() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    PointOfSale pos(Duration limit) {
        return new PointOfSale(
                "300746",
                "300746",
                "secret&word",
                SECOND_KEY,
                OutsideSystem.address(
                        "baseUrl", "http://127.0.0.1:" + server.getAddress().getPort()),
                java.util.Set.of("MD5", "SHA-256", "SHA-384", "SHA-512"),
                new Terms(Money.of("1.00"), Money.of("50000.00"), false),
                limit);
    }

    /** The next call whose method and path begin so goes wrong. */
    void trouble(String call, Trouble trouble) {
        troubles.add(Map.entry(call, trouble));
    }

    long calls(String beginning) {
        return calls.stream().filter(call -> call.startsWith(beginning)).count();
    }

    List<ObjectNode> refunds(String orderId) {
        return refunds.getOrDefault(orderId, List.of());
    }

    ObjectNode only() {
        return orders.values().iterator().next();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        String call = exchange.getRequestMethod() + " " + address;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call);
        Trouble trouble = trouble(call);
        if (trouble == Trouble.HANGS) {
            await();
        } else if (trouble == Trouble.FAILS) {
            answer(exchange, 500, status("ERROR_INTERNAL"));
        } else if (trouble == Trouble.JUNK) {
            answer(exchange, 200, "<html>");
        } else if (trouble == Trouble.FORGETS_TOKENS) {
            tokens++;
            answer(exchange, 401, status("UNAUTHORIZED"));
        } else if (address.getPath().equals("/pl/standard/user/oauth/authorize")) {
            boolean right = body.equals("grant_type=client_credentials&client_id=300746&client_secret=secret%26word");
            answer(
                    exchange,
                    right ? 200 : 401,
                    right
                            ? "{\"access_token\":\"t" + ++tokens
                                    + "\",\"token_type\":\"bearer\",\"expires_in\":43199,\"grant_type\":\"client_credentials\"}"
                            : "{\"error\":\"invalid_client\"}");
        } else if (!("Bearer t" + tokens).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, status("UNAUTHORIZED"));
        } else {
            Map.Entry<Integer, String> answer = serve(exchange, exchange.getRequestMethod(), address, body);
            if (trouble == Trouble.FAILS_AFTERWARDS) {
                answer(exchange, 500, status("GENERAL_ERROR"));
            } else {
                answer(exchange, answer.getKey(), answer.getValue());
            }
        }
    }

    private Map.Entry<Integer, String> serve(HttpExchange exchange, String method, URI address, String body)
            throws IOException {
        String[] parts = address.getPath().split("/");
        if (method.equals("POST") && parts.length == 4) {
            return create(exchange, StrictJson.object(body.getBytes(StandardCharsets.UTF_8)));
        }
        if (method.equals("GET") && parts.length == 4) {
            return orders(Optional.ofNullable(address.getQuery())
                    .flatMap(query -> orders.values().stream()
                            .filter(order -> query.equals(
                                    "extOrderId=" + order.path("extOrderId").asText()))
                            .findFirst())
                    .orElse(null));
        }
        ObjectNode order = orders.get(parts[4]);
        if (order == null) {
            return Map.entry(404, status("DATA_NOT_FOUND"));
        }
        String what = method + (parts.length > 5 ? " " + parts[5] : "");
        return switch (what) {
            case "GET" -> orders(order);
            case "DELETE" -> set(order, "CANCELED");
            case "PUT status" -> set(order, "COMPLETED");
            case "GET refunds" -> {
                ObjectNode list = StrictJson.object();
                list.putArray("refunds").addAll(refunds(parts[4]));
                yield Map.entry(200, list.toString());
            }
            case "POST refunds" -> refund(parts[4], StrictJson.object(body.getBytes(StandardCharsets.UTF_8)));
            default -> Map.entry(404, status("DATA_NOT_FOUND"));
        };
    }

    private Map.Entry<Integer, String> create(HttpExchange exchange, ObjectNode order) {
        created.add(order.deepCopy());
        for (ObjectNode other : orders.values()) {
            if (other.path("extOrderId").equals(order.path("extOrderId"))) {
                return Map.entry(400, status("ERROR_ORDER_NOT_UNIQUE"));
            }
        }
        if (order.path("description").asText().contains("odmowa")) {
            return Map.entry(400, status("ERROR_VALUE_INVALID"));
        }
        String id = "PAYU" + (orders.size() + 1);
        orders.put(id, order.put("orderId", id).put("status", "NEW"));
        String page = "https://merch-prod.snd.payu.com/pay/?orderId=" + id + "&token=x";
        exchange.getResponseHeaders().set("Location", page);
        return Map.entry(
                302,
                "{\"status\":{\"statusCode\":\"SUCCESS\"},\"redirectUri\":\"" + page + "\",\"orderId\":\"" + id
                        + "\",\"extOrderId\":\"" + order.path("extOrderId").asText() + "\"}");
    }

    private static Map.Entry<Integer, String> orders(@Nullable ObjectNode order) {
        if (order == null) {
            return Map.entry(404, status("DATA_NOT_FOUND"));
        }
        ObjectNode answer = StrictJson.object();
        answer.putArray("orders").add(order);
        return Map.entry(200, answer.toString());
    }

    private static Map.Entry<Integer, String> set(ObjectNode order, String status) {
        order.put("status", status);
        return Map.entry(200, status("SUCCESS"));
    }

    private Map.Entry<Integer, String> refund(String orderId, ObjectNode request) {
        ObjectNode refund = ((ObjectNode) request.get("refund")).deepCopy();
        List<ObjectNode> before = refunds.computeIfAbsent(orderId, none -> new ArrayList<>());
        if (refund.path("amount").asLong() > 100_000) {
            return Map.entry(400, status("ERROR_VALUE_INVALID"));
        }
        refund.put("refundId", "500000" + before.size()).put("status", "PENDING");
        before.add(refund);
        ObjectNode answer = StrictJson.object().put("orderId", orderId);
        answer.set("refund", refund);
        return Map.entry(200, answer.toString());
    }

    private @Nullable Trouble trouble(String call) {
        Map.Entry<String, Trouble> next = troubles.peek();
        if (next != null && call.startsWith(next.getKey())) {
            troubles.remove();
            return next.getValue();
        }
        return null;
    }

    private static String status(String code) {
        return "{\"status\":{\"statusCode\":\"" + code + "\",\"statusDesc\":\"Anna Kowalska\"}}";
    }

    private void await() {
        try {
            end.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
