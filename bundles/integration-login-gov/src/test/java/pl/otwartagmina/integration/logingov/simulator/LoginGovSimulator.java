package pl.otwartagmina.integration.logingov.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;

/**
 * A login.gov.pl on this machine, for one portal: takes its AuthnRequest, sends the browser back with an artifact, resolves
 * it with an encrypted assertion, and takes the end of sessions. It refuses what the real one would refuse.
 */
public final class LoginGovSimulator implements AutoCloseable {
    /** Entity id of the simulator. */
    public static final String ENTITY_ID = "symulator.login.gov.pl";

    private final Identity identity = Identity.elliptic("WK_SIG_EC");
    private final X509Certificate portalSigns;
    private final AnswerWriter answers;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Asked> artifacts = new ConcurrentHashMap<>();
    private final List<Element> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Element> logouts = new LinkedBlockingQueue<>();
    private final AtomicInteger refusedLogouts = new AtomicInteger();
    private volatile Script script = new Script();

    /** A request, and what it will be answered with. */
    private record Asked(Element authnRequest, Script script) {}

    /**
     * Starts on a free port.
     *
     * @param portalSigns certificate with which the portal signs
     * @param portalDecrypts certificate for which assertions are encrypted
     */
    public LoginGovSimulator(X509Certificate portalSigns, X509Certificate portalDecrypts) {
        this.portalSigns = portalSigns;
        this.answers = new AnswerWriter(Signing.with(identity), portalDecrypts);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/login/SingleSignOnService", exchange -> guarded(exchange, this::signOn));
        server.createContext(
                "/login-services/idpArtifactResolutionService", exchange -> guarded(exchange, this::resolve));
        server.createContext("/login-services/singleLogoutService", exchange -> guarded(exchange, this::logout));
        server.setExecutor(workers);
        server.start();
    }

    /** With what it signs. */
    public Identity identity() {
        return identity;
    }

    /** By another name than the portal of a test has, so that to a browser it is another site. */
    public URI singleSignOn() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/login/SingleSignOnService");
    }

    public URI artifactResolution() {
        return at("/login-services/idpArtifactResolutionService");
    }

    public URI singleLogout() {
        return at("/login-services/singleLogoutService");
    }

    /** What the next requests are answered with. */
    public void play(Script next) {
        script = next;
    }

    /** The AuthnRequests that it has taken, the last one last. */
    public List<Element> requests() {
        return requests;
    }

    /** The LogoutRequests that it has taken. */
    public BlockingQueue<Element> logouts() {
        return logouts;
    }

    /** Answers the next requests to end a session with an error. */
    public void refuseLogouts(int times) {
        refusedLogouts.set(times);
    }

    /** A signed LogoutRequest for the portal, in its envelope; without an index it ends all sessions of the name. */
    public byte[] logoutRequest(URI destination, String nameId, String... indexes) {
        return answers.logoutRequest(Signing.with(identity), destination, nameId, indexes);
    }

    /** The same, signed otherwise. */
    public byte[] logoutRequest(Signing signing, URI destination, String nameId, String... indexes) {
        return answers.logoutRequest(signing, destination, nameId, indexes);
    }

    public boolean isSignedByPortal(Element message) {
        return Signing.isSigned(message, portalSigns.getPublicKey());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void signOn(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(body(exchange));
        Element request = Dom.parse(Base64.getDecoder().decode(form.getOrDefault("SAMLRequest", "")))
                .getDocumentElement();
        require(exchange.getRequestMethod().equals("POST"), "the binding is HTTP-POST");
        require(isSignedByPortal(request), "the request is not signed by the portal");
        require(request.getAttribute("Destination").equals(singleSignOn().toString()), "Destination");
        require(!request.getAttribute("ProviderName").isEmpty(), "ProviderName");
        requests.add(request);

        byte[] artifact = new byte[44];
        new SecureRandom().nextBytes(artifact);
        Arrays.fill(artifact, 0, 4, (byte) 0);
        artifact[1] = 4;
        String encoded = Base64.getEncoder().encodeToString(artifact);
        artifacts.put(encoded, new Asked(request, script));
        answer(
                exchange,
                200,
                "text/html;charset=utf-8",
                """
                <!doctype html><html lang="pl"><title>login.gov.pl (symulator)</title><link rel="icon" href="data:,">
                <body onload="document.forms[0].submit()"><form method="post" action="%s">
                <input type="hidden" name="SAMLart" value="%s"><input type="hidden" name="RelayState" value="%s">
                <button>Dalej</button></form></body></html>
                """
                        .formatted(
                                request.getAttribute("AssertionConsumerServiceURL"),
                                encoded,
                                script.relayState(form.getOrDefault("RelayState", "")))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void resolve(HttpExchange exchange) throws IOException {
        Element resolve = Dom.find(Dom.parse(body(exchange)), Dom.SAMLP, "ArtifactResolve");
        require(isSignedByPortal(resolve), "the message is not signed by the portal");
        String artifact = Dom.find(resolve, Dom.SAMLP, "Artifact").getTextContent();
        Asked asked = artifacts.remove(artifact);
        if (asked == null) {
            answer(exchange, 200, "text/xml", answers.nothing(resolve));
            return;
        }
        byte[] body = asked.script().body(answers.artifactResponse(resolve, asked.authnRequest(), asked.script()));
        if (asked.script().isHanging()) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            // the other half never comes; the exchange ends with the server
            return;
        }
        answer(exchange, asked.script().httpStatus(), "text/xml;charset=utf-8", body);
    }

    private void logout(HttpExchange exchange) throws IOException {
        Element request = Dom.find(Dom.parse(body(exchange)), Dom.SAMLP, "LogoutRequest");
        require(isSignedByPortal(request), "the message is not signed by the portal");
        if (refusedLogouts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 500, "text/plain", new byte[0]);
            return;
        }
        byte[] response = answers.logoutResponse(request);
        answer(exchange, 200, "text/xml", response);
        logouts.add(request);
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private static void guarded(HttpExchange exchange, Handling handling) throws IOException {
        try {
            handling.handle(exchange);
        } catch (IllegalArgumentException refused) {
            answer(
                    exchange,
                    400,
                    "text/plain;charset=utf-8",
                    String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
