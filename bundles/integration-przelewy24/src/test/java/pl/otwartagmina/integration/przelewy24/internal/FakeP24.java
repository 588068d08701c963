package pl.otwartagmina.integration.przelewy24.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.gateway.Terms;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.StrictJson;

/** Przelewy24 as far as the portal sees it; it checks names, passwords and signs as the real one. */
final class FakeP24 implements AutoCloseable {
    static final long MERCHANT = 999_999;
    static final String CRC = "crc-ąźć/klucz";

    /** What goes wrong with one call. */
    enum Trouble {
        FAILS_AFTERWARDS,
        FAILS,
        HANGS,
        JUNK,
        UNAUTHORIZED
    }

    final Map<String, ObjectNode> transactions = new LinkedHashMap<>();
    final List<ObjectNode> registered = new ArrayList<>();
    final List<ObjectNode> refunds = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    String refusal = "";
    private final Deque<Map.Entry<String, Trouble>> troubles = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    FakeP24() throws IOException {
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

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Merchant merchant(Duration limit) {
        return new Merchant(
                MERCHANT,
                MERCHANT,
                "reports",
                CRC,
                "urzad@gmina.pl",
                OutsideSystem.address("baseUrl", address()),
                8192 + 64,
                new Terms(Money.of("1.00"), Money.of("50000.00"), false),
                limit);
    }

    void trouble(String call, Trouble trouble) {
        troubles.add(Map.entry(call, trouble));
    }

    long calls(String beginning) {
        return calls.stream().filter(call -> call.startsWith(beginning)).count();
    }

    /** The payer pays. */
    ObjectNode pay(String sessionId, long amount) {
        ObjectNode paid = StrictJson.object()
                .put("orderId", 4_300_000_000L)
                .put("sessionId", sessionId)
                .put("status", 1)
                .put("amount", amount)
                .put("currency", "PLN");
        transactions.put(sessionId, paid);
        return paid;
    }

    /** The sum over these fields and the CRC key, by other means than the integration's. */
    static String sign(JsonNode object, String... keys) {
        ObjectNode ordered = StrictJson.object();
        for (String key : keys) {
            ordered.set(key, object.get(key));
        }
        return sha384(ordered.put("crc", CRC).toString());
    }

    static String sha384(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-384").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call);
        Trouble trouble = trouble(call);
        // 999999:reports
        boolean known =
                "Basic OTk5OTk5OnJlcG9ydHM=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (trouble == Trouble.HANGS) {
            await();
        } else if (trouble == Trouble.FAILS) {
            answer(exchange, 500, "{\"error\":\"Undefined error\",\"code\":500}");
        } else if (trouble == Trouble.JUNK) {
            answer(exchange, 200, "<html>");
        } else if (!known || trouble == Trouble.UNAUTHORIZED) {
            answer(exchange, 401, "{\"error\":\"Incorrect authentication\",\"code\":401}");
        } else {
            Map.Entry<Integer, String> answer = serve(call, body);
            answer(
                    exchange,
                    trouble == Trouble.FAILS_AFTERWARDS ? 500 : answer.getKey(),
                    trouble == Trouble.FAILS_AFTERWARDS ? "{}" : answer.getValue());
        }
    }

    private Map.Entry<Integer, String> serve(String call, String body) throws IOException {
        String name = call.substring(call.lastIndexOf('/') + 1);
        if (call.startsWith("GET /api/v1/transaction/by/sessionId/")) {
            ObjectNode found = transactions.get(name);
            return found == null
                    ? Map.entry(404, "{\"error\":\"Transaction not found\",\"code\":404}")
                    : Map.entry(200, "{\"data\":" + found + ",\"responseCode\":0}");
        }
        if (call.startsWith("GET /api/v1/refund/by/orderId/")) {
            if (refunds.isEmpty()) {
                return Map.entry(404, "{\"error\":\"Refund with given Order Id not found\",\"code\":404}");
            }
            ObjectNode answer = StrictJson.object();
            answer.putObject("data").putArray("refunds").addAll(refunds);
            return Map.entry(200, answer.toString());
        }
        ObjectNode sent = StrictJson.object(body.getBytes(StandardCharsets.UTF_8));
        return switch (call) {
            case "POST /api/v1/transaction/register" -> register(sent);
            case "PUT /api/v1/transaction/verify" -> verify(sent);
            case "POST /api/v1/transaction/refund" -> refund(sent);
            default -> Map.entry(404, "{}");
        };
    }

    private Map.Entry<Integer, String> register(ObjectNode sent) {
        registered.add(sent);
        String right = sign(sent, "sessionId", "merchantId", "amount", "currency");
        if (!sent.path("sign").asText().equals(right)) {
            return Map.entry(400, "{\"error\":\"Incorrect CRC value\",\"code\":400}");
        }
        return Map.entry(200, "{\"data\":{\"token\":\"TOKEN-" + registered.size() + "\"},\"responseCode\":0}");
    }

    private Map.Entry<Integer, String> verify(ObjectNode sent) {
        ObjectNode paid = transactions.get(sent.path("sessionId").asText());
        boolean right = paid != null
                && paid.path("status").asInt() == 1
                && paid.path("orderId").equals(sent.path("orderId"))
                && paid.path("amount").asLong() == sent.path("amount").asLong()
                && sent.path("sign").asText().equals(sign(sent, "sessionId", "orderId", "amount", "currency"));
        if (paid == null || !right) {
            return Map.entry(400, "{\"error\":\"Invalid input data\",\"code\":400}");
        }
        paid.put("status", 2);
        return Map.entry(200, "{\"data\":{\"status\":\"success\"},\"responseCode\":0}");
    }

    private Map.Entry<Integer, String> refund(ObjectNode sent) {
        if (!refusal.isEmpty()) {
            return Map.entry(409, "{\"error\":[{\"status\":false,\"message\":\"" + refusal + "\"}],\"code\":409}");
        }
        JsonNode line = sent.path("refunds").path(0);
        refunds.add(StrictJson.object()
                .put("requestId", sent.path("requestId").asText())
                .put("amount", line.path("amount").asLong())
                .put("description", line.path("description").asText())
                .put("status", 2));
        return Map.entry(201, "{\"data\":[{\"status\":true,\"message\":\"success\"}],\"responseCode\":0}");
    }

    private @Nullable Trouble trouble(String call) {
        Map.Entry<String, Trouble> next = troubles.peek();
        if (next != null && call.startsWith(next.getKey())) {
            troubles.remove();
            return next.getValue();
        }
        return null;
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
