package pl.otwartagmina.integration.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.federation.Reply.Reason;
import pl.otwartagmina.api.module.AccessLevel;

/** Each changes one thing about a sign-in that works otherwise. */
class AttacksTest {
    private static final RSAKey STRANGER = FakeProvider.key("key-1");
    private static final RSAKey UNKNOWN = FakeProvider.key("key-9");

    private final Scene scene = new Scene();

    AttacksTest() throws IOException {}

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void without_any_change_the_person_arrives() throws Exception {
        assertThat(scene.signIn(scene.provider())).isInstanceOf(Reply.Arrived.class);
        askedStrongly(scene);
        assertThat(scene.signIn(scene.provider())).isInstanceOf(Reply.Arrived.class);
        lacksNames(scene);
        assertThat(scene.signIn(scene.provider())).isInstanceOf(Reply.Arrived.class);
    }

    static Stream<Arguments> believedNothing() {
        return Stream.of(
                token("a token of another issuer", token -> token.with("iss", "https://evil.example")),
                token("a token without issuer", token -> token.without("iss")),
                token("a token for another audience", token -> token.with("aud", List.of("shop"))),
                token("a token without audience", token -> token.without("aud")),
                token("several audiences and no party", token -> token.with("aud", List.of(Token.PORTAL, "shop"))),
                token("a token issued to another party", token -> token.with("azp", "shop")),
                token("the nonce of another errand", token -> token.with("nonce", "n".repeat(43))),
                token("a nonce that is no text", token -> token.with("nonce", List.of("n"))),
                token("a token of nobody", token -> token.without("sub")),
                token("a subject that is empty", token -> token.with("sub", "")),
                token("an expired token", token -> token.moved("exp", -61)),
                token("a token that never expires", token -> token.without("exp")),
                token("a token from the future", token -> token.moved("iat", 61)),
                token("a token of no time", token -> token.without("iat")),
                token("a token signed by a stranger under the key's name", token -> token.signedBy(STRANGER)),
                token("a token signed by an unknown key", token -> token.signedBy(UNKNOWN)),
                token(
                        "a token that brings its own key",
                        token -> token.signedBy(
                                UNKNOWN,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwk(UNKNOWN.toPublicJWK())
                                        .build())),
                token(
                        "a token that says where its key is",
                        token -> token.signedBy(
                                UNKNOWN,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("key-1")
                                        .jwkURL(URI.create("https://evil.example/keys"))
                                        .build())),
                token("a token changed after it was signed", token -> token.forged("sub", "f:12:mayor")),
                token("alg none", Token::unsigned),
                token("HS256 with the public key", token -> token.signedWithSecret(publicKey())),
                token(
                        "HS256 with the secret of the portal",
                        token -> token.signedWithSecret(
                                (FakeProvider.SECRET + "          ").getBytes(StandardCharsets.UTF_8))),
                token(
                        "a logout token in place of an ID token",
                        token -> token.signedBy(
                                FakeProvider.KEY,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("key-1")
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build())),
                browser("the state of no errand", Scene.setting("state", "x".repeat(43))),
                browser("no state", Scene.dropping("state")),
                browser("two states", Scene.setting("state", Scene.ERRAND.id(), Scene.ERRAND.id())),
                browser("no code", Scene.dropping("code")),
                browser("an empty code", Scene.setting("code", "")),
                browser("two codes", Scene.setting("code", "AQA", "AQB")),
                browser("a code that the provider does not know", Scene.setting("code", "AQB")),
                browser("the answer of another issuer", Scene.setting("iss", "https://evil.example")),
                attack("no issuer where the provider names itself", scene -> {
                    scene.fake.metadata.put("authorization_response_iss_parameter_supported", true);
                    scene.browser = Scene.dropping("iss");
                }),
                attack("claims about somebody else", scene -> {
                    lacksNames(scene);
                    scene.fake.userInfo.put("sub", "f:12:mayor");
                }),
                attack("claims about nobody", scene -> {
                    lacksNames(scene);
                    scene.fake.userInfo.remove("sub");
                }),
                attack("a person who was not asked again", scene -> {
                    askedStrongly(scene);
                    scene.fake.idToken = scene.fake.idToken.with(
                            "auth_time", scene.clock.instant().getEpochSecond() - 61);
                }),
                attack("a provider that does not tell when it asked", scene -> {
                    askedStrongly(scene);
                    scene.fake.idToken = scene.fake.idToken.without("auth_time");
                }),
                attack("a PESEL that is none", scene -> {
                    askedStrongly(scene);
                    scene.fake.idToken = scene.fake.idToken.with("pesel", "44051401358");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("believedNothing")
    void nobody_is_recognised_by(String name, Consumer<Scene> attack) throws Exception {
        attack.accept(scene);

        assertThat(scene.signIn(scene.provider()))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.NOT_PROVEN));
    }

    static Stream<Arguments> tooWeak() {
        return Stream.of(
                attack("an acr that is not strong", scene -> {
                    askedStrongly(scene);
                    scene.fake.idToken = scene.fake.idToken.with("acr", "low");
                }),
                attack("no acr", scene -> {
                    askedStrongly(scene);
                    scene.fake.idToken = scene.fake.idToken.without("acr");
                }),
                attack("a provider that is not trusted so far", scene -> {
                    askedStrongly(scene);
                    scene.level = AccessLevel.ACCOUNT;
                    scene.peselClaim = "";
                }),
                browser("the provider's own word", Scene.setting("error", "unmet_authentication_requirements")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooWeak")
    void it_is_not_enough_to_come_with(String name, Consumer<Scene> change) throws Exception {
        change.accept(scene);
        assertThat(scene.signIn(scene.provider()))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.TOO_WEAK));
    }

    static Stream<Arguments> unavailable() {
        Stream<Arguments> anywhere = Stream.of("/.well-known/openid-configuration", "/keys", "/token", "/userinfo")
                .flatMap(path -> Stream.of(
                        attack(path + " hangs", scene -> scene.fake.hang(path)),
                        attack(path + " stops in the middle", scene -> scene.fake.stall(path)),
                        attack(path + " fails", scene -> scene.fake.answer(path, 500, "text/html", "<h1>Oops")),
                        attack(path + " leads elsewhere", scene -> scene.fake.answer(path, 302, "text/plain", "")),
                        attack(
                                path + " is huge",
                                scene -> scene.fake.answer(
                                        path, 200, "application/json", "{\"a\":\"" + "a".repeat(300_000) + "\"}")),
                        attack(path + " is junk", scene -> scene.fake.answer(path, 200, "application/json", "{{{")),
                        attack(
                                path + " is deep",
                                scene -> scene.fake.answer(
                                        path, 200, "application/json", "{\"a\":".repeat(40_000) + "1")),
                        attack(path + " is a list", scene -> scene.fake.answer(path, 200, "application/json", "[]")),
                        attack(path + " is of no type", scene -> scene.fake.answer(path, 200, "///", "{}"))));
        return Stream.concat(
                anywhere,
                Stream.of(
                        metadata("another issuer", "issuer", "https://evil.example"),
                        attack(
                                "nearly the same issuer",
                                scene -> scene.fake.metadata.put("issuer", scene.fake.issuer() + "/")),
                        metadata("a token endpoint without https", "token_endpoint", "http://gmina.example/token"),
                        metadata("keys without https", "jwks_uri", "http://gmina.example/keys"),
                        metadata("a page that is a script", "authorization_endpoint", "javascript:alert(1)"),
                        attack("no token endpoint", scene -> scene.fake.metadata.remove("token_endpoint")),
                        metadata(
                                "a provider that wants a certificate",
                                "token_endpoint_auth_methods_supported",
                                List.of("tls_client_auth")),
                        attack(
                                "a portal that is not known there",
                                scene -> scene.fake.answer(
                                        "/token", 401, "application/json", "{\"error\":\"invalid_client\"}")),
                        browser("an error of the provider", Scene.setting("error", "server_error")),
                        browser(
                                "an error that is written for the log",
                                Scene.setting("error", "x\nERROR all is lost"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unavailable")
    void it_is_the_providers_trouble_that(String name, Consumer<Scene> trouble) throws Exception {
        lacksNames(scene);
        trouble.accept(scene);
        long began = System.nanoTime();

        assertThatThrownBy(() -> scene.signIn(scene.provider()))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageNotContaining(FakeProvider.SECRET)
                .hasMessageNotContaining("all is lost");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void who_turns_back_is_told_so() throws Exception {
        scene.browser = Scene.setting("error", "access_denied");
        assertThat(scene.signIn(scene.provider()))
                .isEqualTo(new Reply.Refused(scene.errand.id(), Reason.CANCELLED, "the provider says access_denied"));
    }

    @Test
    void an_answer_is_taken_once() throws Exception {
        OidcProvider provider = scene.provider();
        Map<String, List<String>> answer = scene.fake.signIn(scene.depart(provider));

        assertThat(provider.receive(Scene.back(answer))).isInstanceOf(Reply.Arrived.class);
        assertThat(provider.receive(Scene.back(answer)))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.errand())
                        .isEmpty());
        assertThat(scene.fake.calls("/token")).isEqualTo(1);
    }

    @Test
    void an_answer_comes_in_time_or_not_at_all() throws Exception {
        OidcProvider provider = scene.provider();
        Map<String, List<String>> answer = scene.fake.signIn(scene.depart(provider));
        scene.clock.pass(CodeFlow.PATIENCE.plusSeconds(1));

        assertThat(provider.receive(Scene.back(answer))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_code_of_another_errand_does_not_fit_the_verifier_of_this_one() throws Exception {
        assertThat(swapped()).isInstanceOf(Reply.Refused.class);
        assertThat(scene.fake.calls("/token")).isEqualTo(1);
    }

    @Test
    void a_code_of_another_errand_does_not_bring_its_nonce_either() throws Exception {
        scene.fake.checksPkce = false;
        assertThat(swapped()).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.details())
                .contains("another errand"));
    }

    /** The code of an attacker's errand, put into the answer to another person's. */
    private Reply swapped() throws ProviderUnavailable {
        OidcProvider provider = scene.provider();
        scene.errand = Scene.errand("a".repeat(43));
        String code = String.join("", scene.fake.signIn(scene.depart(provider)).getOrDefault("code", List.of()));
        scene.errand = Scene.ERRAND;
        Map<String, List<String>> answer = scene.fake.signIn(scene.depart(provider));
        return provider.receive(Scene.back(Scene.setting("code", code).apply(answer)));
    }

    @Test
    void unknown_keys_do_not_make_the_portal_ask_again_and_again() throws Exception {
        scene.fake.idToken = scene.fake.idToken.signedBy(UNKNOWN);
        OidcProvider provider = scene.provider();
        for (int i = 0; i < 20; i++) {
            assertThat(scene.signIn(provider)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(scene.fake.calls("/keys")).isEqualTo(1);
    }

    private static void askedStrongly(Scene scene) {
        scene.level = AccessLevel.STRONG;
        scene.peselClaim = "pesel";
        scene.acrValues = List.of("high");
        scene.errand = scene.strong();
        scene.fake.idToken = scene.fake.idToken.with("acr", "high").with("pesel", "44051401359");
    }

    private static void lacksNames(Scene scene) {
        scene.fake.idToken = scene.fake.idToken.without("given_name");
    }

    private static Arguments token(String name, UnaryOperator<Token> change) {
        return attack(name, scene -> scene.fake.idToken = change.apply(scene.fake.idToken));
    }

    private static Arguments browser(String name, UnaryOperator<Map<String, List<String>>> change) {
        return attack(name, scene -> scene.browser = change);
    }

    private static Arguments metadata(String name, String key, Object value) {
        return attack(name, scene -> scene.fake.metadata.put(key, value));
    }

    private static Arguments attack(String name, Consumer<Scene> change) {
        return Arguments.of(name, change);
    }

    private static byte[] publicKey() {
        try {
            PublicKey key = FakeProvider.KEY.toPublicKey();
            return Base64.encode(key.getEncoded()).toString().getBytes(StandardCharsets.US_ASCII);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
