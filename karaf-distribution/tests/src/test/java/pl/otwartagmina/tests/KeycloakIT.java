package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.integration.oidc.internal.Config;
import pl.otwartagmina.integration.oidc.internal.OidcProvider;

/** The integration alone, against Keycloak: what a provider really sends. */
@ExtendWith(KeycloakExtension.class)
class KeycloakIT {
    private final BlockingQueue<Reply> heard = new LinkedBlockingQueue<>();
    private final SmallBrowser browser = new SmallBrowser();
    private final HttpServer portal;
    private final String home;

    @TempDir
    private Path folder;

    private KeycloakServer.Realm realm;
    private IdentityProvider provider;

    KeycloakIT() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        home = "http://127.0.0.1:" + portal.getAddress().getPort() + "/";
    }

    @BeforeEach
    void start(KeycloakServer keycloak) throws IOException {
        realm = keycloak.realm(home, "keycloak");
        provider = provider(realm.secret(), Map.of());
        portal.createContext("/sso/keycloak/backchannel", this::backchannel);
        portal.start();
    }

    @AfterEach
    void stop() {
        portal.stop(0);
    }

    @Test
    void somebody_signs_in() throws Exception {
        Proof proof = signIn("anna");

        assertThat(proof.subject()).isEqualTo(realm.anna());
        assertThat(proof.firstName()).isEqualTo("Anna");
        assertThat(proof.lastName()).isEqualTo("Nowak");
        assertThat(proof.email()).contains("anna.nowak@poczta.example");
        assertThat(proof.session()).startsWith("sid:");
    }

    @Test
    void an_address_that_is_not_verified_there_is_not_verified_here() throws Exception {
        assertThat(signIn("bartek").email()).isEmpty();
    }

    @Test
    void who_is_signed_in_there_is_asked_again_only_when_it_has_to_be() throws Exception {
        String session = signIn("anna").session();

        HttpResponse<String> known = browser.open(depart(false));
        assertThat(browser.asksForPassword(known)).isFalse();
        assertThat(arrive(known).session()).isEqualTo(session);

        HttpResponse<String> anew = browser.open(depart(true));
        assertThat(browser.asksForPassword(anew)).isTrue();
        assertThat(arrive(browser.signIn(anew, "anna")).subject()).isEqualTo(realm.anna());
    }

    @Test
    void a_session_that_ends_there_ends_here(KeycloakServer keycloak) throws Exception {
        String session = signIn("anna").session();

        keycloak.signOutAnna(realm);

        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Reply.Over.class, over -> assertThat(over.sessions()).contains(session));
    }

    @Test
    void who_signs_out_here_is_signed_out_there() throws Exception {
        String session = signIn("anna").session();

        HttpResponse<String> bye =
                browser.open(provider.signedOut(session, URI.create(home)).orElseThrow());

        assertThat(SmallBrowser.next(bye)).isEqualTo(URI.create(home));
        assertThat(browser.asksForPassword(browser.open(depart(false)))).isTrue();
    }

    /** Keycloak calls a password typed in now {@code 1}, and knows nothing stronger. */
    @Test
    void a_provider_that_is_trusted_proves_the_pesel() throws Exception {
        provider = strong("1");
        Proof proof = signIn("anna", AccessLevel.STRONG);

        assertThat(proof.level()).isEqualTo(AccessLevel.STRONG);
        assertThat(proof.pesel()).contains(new Pesel("44051401359"));
        assertThat(provider.signedOut(proof.session(), URI.create(home))
                        .orElseThrow()
                        .toString())
                .doesNotContain("id_token_hint");

        provider = strong("2");
        HttpResponse<String> page = browser.open(depart(AccessLevel.STRONG, false));
        assertThat(provider.receive(inbound(browser.signIn(page, "anna"))))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reply.Reason.TOO_WEAK));
    }

    @Test
    void a_portal_with_a_wrong_secret_gets_nobody() throws Exception {
        provider = provider("guessed", Map.of());
        HttpResponse<String> back = browser.signIn(browser.open(depart(false)), "anna");

        assertThatThrownBy(() -> provider.receive(inbound(back)))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("unauthorized_client")
                .hasMessageNotContaining("guessed");
    }

    private IdentityProvider strong(String acr) throws IOException {
        return provider(
                realm.secret(),
                Map.of("clientId", "portal-strong", "level", "strong", "peselClaim", "pesel", "acrValues", acr));
    }

    private Proof signIn(String user) throws Exception {
        return signIn(user, AccessLevel.ACCOUNT);
    }

    private Proof signIn(String user, AccessLevel level) throws Exception {
        return arrive(browser.signIn(browser.open(depart(level, false)), user));
    }

    private URI depart(boolean anew) throws ProviderUnavailable {
        return depart(AccessLevel.ACCOUNT, anew);
    }

    private URI depart(AccessLevel level, boolean anew) throws ProviderUnavailable {
        String id = (UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 43);
        Errand errand = new Errand(id, URI.create(home + "sso/keycloak/"), level, anew, Locale.forLanguageTag("pl"));
        return ((Departure.Redirect) provider.depart(errand)).address();
    }

    private Proof arrive(HttpResponse<String> back) throws ProviderUnavailable {
        Reply reply = provider.receive(inbound(back));
        assertThat(reply).as(reply.toString()).isInstanceOf(Reply.Arrived.class);
        return ((Reply.Arrived) reply).proof();
    }

    private Inbound inbound(HttpResponse<String> back) {
        URI address = SmallBrowser.next(back);
        assertThat(address.toString()).startsWith(home + "sso/keycloak/return?");
        return new Inbound(
                "GET",
                URI.create(home + "sso/keycloak/"),
                "return",
                SmallBrowser.parameters(address.getRawQuery()),
                new byte[0]);
    }

    private void backchannel(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            Reply reply = provider.receive(new Inbound(
                    exchange.getRequestMethod(),
                    URI.create(home + "sso/keycloak/"),
                    "backchannel",
                    SmallBrowser.parameters(form),
                    new byte[0]));
            heard.add(reply);
            exchange.sendResponseHeaders(
                    reply instanceof Reply.Over over ? over.answer().status() : 400, -1);
        } catch (ProviderUnavailable unavailable) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private IdentityProvider provider(String secret, Map<String, Object> more) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), secret);
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", "keycloak",
                "name", "Keycloak",
                "issuer", realm.issuer(),
                "clientId", "portal",
                "secret__file", file.toString()));
        values.putAll(more);
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new OidcProvider(Clock.systemUTC(), config);
    }
}
