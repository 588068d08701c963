package pl.otwartagmina.integration.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;

/** Signing out, begun at the provider and begun here. */
class LogoutTest {
    private static final URI HOME = URI.create("https://portal.gmina.pl/");

    private final Scene scene = new Scene();
    private final OidcProvider provider = scene.provider();

    LogoutTest() throws IOException {}

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void the_provider_ends_a_session() throws Exception {
        Reply.Over over = (Reply.Over) provider.receive(Scene.logout(token().sign()));

        assertThat(over.sessions()).contains("sid:session-1");
        assertThat(over.answer().status()).isEqualTo(200);
    }

    @Test
    void the_provider_ends_all_sessions_of_a_person_and_no_other() throws Exception {
        signIn("session-1", Token.SUBJECT);
        signIn("session-2", Token.SUBJECT);
        signIn("session-3", "somebody else");

        Reply.Over over = (Reply.Over)
                provider.receive(Scene.logout(token().without("sid").sign()));

        assertThat(over.sessions()).containsExactlyInAnyOrder("sid:session-1", "sid:session-2", "sub:" + Token.SUBJECT);
    }

    @Test
    void a_session_that_is_named_is_the_only_one_that_ends() throws Exception {
        signIn("session-1", Token.SUBJECT);
        signIn("session-2", Token.SUBJECT);

        assertThat(((Reply.Over) provider.receive(Scene.logout(token().sign()))).sessions())
                .doesNotContain("sid:session-2");
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                logout("a nonce, as an ID token has", token -> token.with("nonce", "n")),
                logout("no events", token -> token.without("events")),
                logout("other events", token -> token.with("events", Map.of("https://example.org/joined", Map.of()))),
                logout("events that are no object", token -> token.with("events", List.of(Token.EVENT))),
                logout("an event that is no object", token -> token.with("events", Map.of(Token.EVENT, "yes"))),
                logout("neither sid nor sub", token -> token.without("sid").without("sub")),
                logout("a sid that is no text", token -> token.with("sid", List.of("session-1"))),
                logout("no jti", token -> token.without("jti")),
                logout("another audience", token -> token.with("aud", "shop")),
                logout("another issuer", token -> token.with("iss", "https://evil.example")),
                logout("no exp", token -> token.without("exp")),
                logout("no iat", token -> token.without("iat")),
                logout("an iat of long ago", token -> token.moved("iat", -720)),
                logout("an iat in the future", token -> token.moved("iat", 61)),
                logout("the end of its time", token -> token.moved("exp", -61)),
                logout("alg none", Token::unsigned),
                logout("HS256", token -> token.signedWithSecret(new byte[32])),
                logout("the key of a stranger", token -> token.signedBy(FakeProvider.key("key-1"))),
                logout("a changed session", token -> token.forged("sid", "session-2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void nobody_is_signed_out_by_a_token_with(String name, UnaryOperator<Token> change) throws Exception {
        isRefused(provider.receive(Scene.logout(change.apply(token()).sign())));
    }

    @Test
    void a_token_is_good_once() throws Exception {
        String token = token().sign();
        assertThat(provider.receive(Scene.logout(token))).isInstanceOf(Reply.Over.class);
        isRefused(provider.receive(Scene.logout(token)));
    }

    @Test
    void what_is_no_token_at_all_is_refused() throws Exception {
        isRefused(provider.receive(Scene.logout("junk")));
        isRefused(provider.receive(new Inbound("POST", Scene.ADDRESS, "backchannel", Map.of(), new byte[0])));
        isRefused(provider.receive(new Inbound(
                "POST",
                Scene.ADDRESS,
                "backchannel",
                Map.of("logout_token", List.of(token().sign(), token().sign())),
                new byte[0])));
        assertThat(scene.fake.calls("/keys")).isZero();
    }

    @Test
    void an_id_token_signs_nobody_out() throws Exception {
        isRefused(provider.receive(Scene.logout(
                scene.fake.idToken.with("jti", "1").with("nonce", "n").sign())));
    }

    @Test
    void a_provider_that_cannot_be_reached_is_told_to_try_again() {
        scene.fake.answer("/keys", 503, "text/plain", "");
        assertThatThrownBy(() -> provider.receive(Scene.logout(token().sign())))
                .isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void who_signs_out_here_is_led_to_sign_out_there() throws Exception {
        signIn("session-1", Token.SUBJECT);
        FakeProvider.Asked asked =
                FakeProvider.asked(provider.signedOut("sid:session-1", HOME).orElseThrow());

        assertThat(asked.get("client_id")).isEqualTo(Token.PORTAL);
        assertThat(asked.get("post_logout_redirect_uri")).isEqualTo(HOME.toString());
        assertThat(asked.get("id_token_hint").split("\\.")).hasSize(3);
        // it is shown once
        assertThat(FakeProvider.asked(provider.signedOut("sid:session-1", HOME).orElseThrow())
                        .parameters())
                .doesNotContainKey("id_token_hint");
    }

    @Test
    void a_pesel_is_in_no_address_whatever_the_claim_is_called() throws Exception {
        scene.fake.idToken = scene.fake.idToken.with("personal", List.of("PL-44051401359"));
        signIn("session-1", Token.SUBJECT);

        assertThat(FakeProvider.asked(provider.signedOut("sid:session-1", HOME).orElseThrow())
                        .parameters())
                .containsOnlyKeys("client_id", "post_logout_redirect_uri");
    }

    @Test
    void a_provider_without_such_a_page_is_not_asked() throws Exception {
        assertThat(provider.signedOut("sid:session-1", HOME)).isEmpty();
        scene.fake.metadata.remove("end_session_endpoint");
        signIn("session-1", Token.SUBJECT);
        assertThat(provider.signedOut("sid:session-1", HOME)).isEmpty();
    }

    private void signIn(String session, String subject) throws ProviderUnavailable {
        scene.fake.idToken = scene.fake.idToken.with("sid", session).with("sub", subject);
        assertThat(scene.signIn(provider)).isInstanceOf(Reply.Arrived.class);
    }

    private Token token() {
        return Token.logout(scene.fake.issuer(), scene.clock, "logout-1");
    }

    private static void isRefused(Reply reply) throws Exception {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        Reply.Answer answer = (Reply.Answer) reply;
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8)))
                .containsEntry("error", "invalid_request");
    }

    private static Arguments logout(String name, UnaryOperator<Token> change) {
        return Arguments.of(name, change);
    }
}
