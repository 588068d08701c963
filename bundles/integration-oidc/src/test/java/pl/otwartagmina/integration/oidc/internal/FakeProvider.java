package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small OpenID provider that does all as it should, and each thing wrongly when a test tells it to. */
final class FakeProvider implements AutoCloseable {
    static final String SECRET = "not for the log: ąę+/=";
    static final RSAKey KEY = key("key-1");
    static final RSAKey NEXT_KEY = key("key-2");

    /** What the person's browser asked for. */
    record Asked(Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    final Map<String, Object> metadata = new LinkedHashMap<>();
    final List<JWK> keys = new ArrayList<>(List.of(KEY.toPublicJWK()));
    final Map<String, HttpHandler> instead = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    final Map<String, Object> userInfo = new HashMap<>();
    /** The ID token of the next sign-in; a test changes one thing in it. */
    Token idToken;

    boolean checksPkce = true;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    FakeProvider(Clock clock) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        String issuer = issuer();
        metadata.putAll(Map.of(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "jwks_uri", issuer + "/keys",
                "userinfo_endpoint", issuer + "/userinfo",
                "end_session_endpoint", issuer + "/logout",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        idToken = Token.of(issuer, clock)
                .with("given_name", "Anna")
                .with("family_name", "Nowak")
                .with("email", "anna@poczta.pl")
                .with("email_verified", true);
        userInfo.put("sub", Token.SUBJECT);
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/gmina";
    }

    int calls(String path) {
        return calls.getOrDefault(path, new AtomicInteger()).get();
    }

    /** The person signs in here; what their browser takes back to the portal. */
    Map<String, List<String>> signIn(URI departure) {
        Asked asked = asked(departure);
        String code = Base64URL.encode(new byte[] {1, (byte) codes.size()}).toString();
        codes.put(code, asked);
        Map<String, List<String>> back = new HashMap<>();
        back.put("code", List.of(code));
        back.put("state", List.of(asked.get("state")));
        back.put("iss", List.of(issuer()));
        return back;
    }

    static Asked asked(URI departure) {
        return new Asked(form(departure.getRawQuery()));
    }

    void hang(String path) {
        instead.put(path, exchange -> await());
    }

    /** Sends the head of an answer, and then nothing more. */
    void stall(String path) {
        instead.put(path, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            await();
        });
    }

    void answer(String path, int status, String type, String body) {
        instead.put(path, exchange -> send(exchange, status, type, body));
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/realms/gmina", "");
        calls.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            if (instead.containsKey(path)) {
                instead.get(path).handle(exchange);
                return;
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, metadata);
                case "/keys" -> json(exchange, 200, new JWKSet(keys).toJSONObject());
                case "/token" -> token(exchange);
                case "/userinfo" -> {
                    boolean known =
                            "Bearer access".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    json(exchange, known ? 200 : 401, known ? userInfo : Map.of("error", "invalid_token"));
                }
                default -> send(exchange, 404, "text/plain", "");
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        if (!isClient(exchange, form)) {
            json(exchange, 401, Map.of("error", "invalid_client"));
        } else if (asked == null
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || checksPkce
                        && !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            Token token = idToken.claims().containsKey("nonce") ? idToken : idToken.with("nonce", asked.get("nonce"));
            json(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "access",
                            "token_type",
                            "Bearer",
                            "expires_in",
                            60,
                            "id_token",
                            token.sign()));
        }
    }

    private static boolean isClient(HttpExchange exchange, Map<String, String> form) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return Token.PORTAL.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        }
        String[] pair = new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return Token.PORTAL.equals(decoded(pair[0])) && SECRET.equals(decoded(pair[1]));
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json", JSONObjectUtils.toJSONString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String query) {
        Map<String, String> form = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
