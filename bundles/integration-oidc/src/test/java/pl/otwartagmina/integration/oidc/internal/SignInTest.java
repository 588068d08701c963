package pl.otwartagmina.integration.oidc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;

class SignInTest {
    private static final String PESEL = "44051401359";

    private final Scene scene = new Scene();

    SignInTest() throws IOException {}

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void the_provider_is_asked_as_the_standards_want_it() throws Exception {
        FakeProvider.Asked asked = FakeProvider.asked(scene.depart(scene.provider()));

        assertThat(asked.get("response_type")).isEqualTo("code");
        assertThat(asked.get("client_id")).isEqualTo(Token.PORTAL);
        assertThat(asked.get("redirect_uri")).isEqualTo("https://portal.gmina.pl/sso/office/return");
        assertThat(asked.get("scope")).isEqualTo("openid profile email");
        assertThat(asked.get("state")).isEqualTo(scene.errand.id());
        assertThat(asked.get("nonce")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(asked.get("code_challenge")).hasSize(43);
        assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.get("ui_locales")).isEqualTo("uk");
        assertThat(asked.parameters()).doesNotContainKeys("prompt", "max_age", "acr_values", "code_verifier");
    }

    @Test
    void somebody_who_signed_in_there_is_known_here() throws Exception {
        Proof proof = proof();

        assertThat(proof.subject()).isEqualTo(Token.SUBJECT);
        assertThat(proof.level()).isEqualTo(AccessLevel.ACCOUNT);
        assertThat(proof.firstName()).isEqualTo("Anna");
        assertThat(proof.lastName()).isEqualTo("Nowak");
        assertThat(proof.email()).contains("anna@poczta.pl");
        assertThat(proof.pesel()).isEmpty();
        assertThat(proof.session()).isEqualTo("sid:session-1");
        assertThat(scene.fake.calls("/userinfo")).isZero();
    }

    @Test
    void what_the_provider_says_about_itself_is_asked_once_and_again_after_an_hour() throws Exception {
        OidcProvider provider = scene.provider();
        scene.depart(provider);
        scene.depart(provider);
        assertThat(scene.fake.calls("/.well-known/openid-configuration")).isEqualTo(1);

        scene.clock.pass(Duration.ofMinutes(61));
        scene.depart(provider);
        assertThat(scene.fake.calls("/.well-known/openid-configuration")).isEqualTo(2);
    }

    @Test
    void a_provider_that_was_away_is_asked_again_after_a_pause() throws Exception {
        OidcProvider provider = scene.provider();
        scene.fake.answer("/.well-known/openid-configuration", 503, "text/plain", "");
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowable(() -> scene.depart(provider))).isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(scene.fake.calls("/.well-known/openid-configuration")).isEqualTo(1);

        scene.fake.instead.clear();
        scene.clock.pass(Duration.ofSeconds(6));
        assertThat(scene.signIn(provider)).isInstanceOf(Reply.Arrived.class);
    }

    @Test
    void a_new_key_of_the_provider_is_looked_for_when_it_is_used() throws Exception {
        OidcProvider provider = scene.provider();
        assertThat(scene.signIn(provider)).isInstanceOf(Reply.Arrived.class);
        scene.clock.pass(Duration.ofSeconds(30));
        scene.fake.keys.clear();
        scene.fake.keys.add(FakeProvider.NEXT_KEY.toPublicJWK());
        scene.fake.idToken = scene.fake.idToken.signedBy(FakeProvider.NEXT_KEY);

        assertThat(scene.signIn(provider)).isInstanceOf(Reply.Arrived.class);
        assertThat(scene.fake.calls("/keys")).isEqualTo(2);
    }

    @Test
    void keys_may_come_under_their_own_type() throws Exception {
        String keys = new JWKSet(FakeProvider.KEY.toPublicJWK()).toString();
        scene.fake.answer("/keys", 200, "application/jwk-set+json", keys);
        proof();
    }

    @Test
    void elliptic_curves_and_pss_are_understood() throws Exception {
        ECKey curve = ec();
        scene.fake.keys.add(curve.toPublicJWK());
        Token token = scene.fake.idToken;
        scene.fake.idToken = token.signedBy(
                new ECDSASigner(curve),
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("curve").build());
        proof();

        RSAKey pss = new RSAKey.Builder(FakeProvider.NEXT_KEY)
                .algorithm(JWSAlgorithm.PS256)
                .build();
        scene.fake.keys.add(pss.toPublicJWK());
        scene.fake.idToken = token.signedBy(
                pss, new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("key-2").build());
        proof();
    }

    @Test
    void a_secret_in_the_form_is_used_where_the_provider_wants_it() throws Exception {
        scene.fake.metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        proof();
    }

    @Test
    void what_the_id_token_lacks_is_asked_for() throws Exception {
        scene.fake.idToken = scene.fake.idToken.without("given_name").without("email");
        scene.fake.userInfo.put("given_name", "Hanna");
        scene.fake.userInfo.put("family_name", "Other");
        scene.fake.userInfo.put("email", "hanna@poczta.pl");
        // the word that was said about another address
        Proof unverified = proof();
        assertThat(unverified.firstName()).isEqualTo("Hanna");
        assertThat(unverified.lastName()).isEqualTo("Nowak");
        assertThat(unverified.email()).isEmpty();

        scene.fake.userInfo.put("email_verified", "true");
        assertThat(proof().email()).contains("hanna@poczta.pl");
    }

    @Test
    void an_address_that_nobody_verified_is_left_out() throws Exception {
        scene.fake.idToken = scene.fake.idToken.with("email_verified", false);
        assertThat(proof().email()).isEmpty();
    }

    @Test
    void a_single_name_is_parted_and_a_long_subject_gets_a_short_name() throws Exception {
        scene.fake.idToken = scene.fake
                .idToken
                .without("given_name")
                .without("family_name")
                .without("sid")
                .with("name", "Anna Maria\n Nowak")
                .with("sub", "x".repeat(255));
        scene.fake.userInfo.put("sub", "x".repeat(255));

        Proof proof = proof();
        assertThat(proof.firstName()).isEqualTo("Anna Maria");
        assertThat(proof.lastName()).isEqualTo("Nowak");
        assertThat(proof.subject()).startsWith("sha256:").hasSize(50);
        assertThat(proof.session()).isEqualTo("sub:" + proof.subject());
    }

    @Test
    void a_provider_that_is_trusted_proves_the_pesel_when_it_was_asked_to() throws Exception {
        scene.level = AccessLevel.STRONG;
        scene.peselClaim = "pesel";
        scene.acrValues = List.of("high", "higher");
        scene.fake.idToken = scene.fake.idToken.with("pesel", PESEL).with("acr", "high");
        assertThat(proof().pesel()).isEmpty();

        scene.errand = scene.strong();
        FakeProvider.Asked asked = FakeProvider.asked(scene.depart(scene.provider()));
        assertThat(asked.get("acr_values")).isEqualTo("high higher");
        assertThat(asked.get("prompt")).isEqualTo("login");
        Proof proof = proof();
        assertThat(proof.level()).isEqualTo(AccessLevel.STRONG);
        assertThat(proof.pesel()).contains(new Pesel(PESEL));
    }

    @Test
    void a_pesel_from_a_provider_that_is_not_trusted_with_it_is_not_looked_at() throws Exception {
        scene.fake.idToken = scene.fake.idToken.with("pesel", PESEL);
        assertThat(proof().pesel()).isEmpty();
    }

    @Test
    void to_ask_anew_is_passed_on() throws Exception {
        scene.errand = scene.anew();
        FakeProvider.Asked asked = FakeProvider.asked(scene.depart(scene.provider()));
        assertThat(asked.get("prompt")).isEqualTo("login");
        assertThat(asked.get("max_age")).isEqualTo("0");
        proof();
    }

    @Test
    void each_language_has_its_name_for_it() {
        assertThat(scene.provider().name(Locale.ENGLISH)).isEqualTo("Office account");
        assertThat(scene.provider().name(Locale.forLanguageTag("pl"))).isEqualTo("Konto urzędu");
    }

    @Test
    void there_is_nothing_at_other_addresses() throws Exception {
        Inbound inbound = new Inbound("POST", Scene.ADDRESS, "return", Map.of(), new byte[0]);
        assertThat(((Reply.Answer) scene.provider().receive(inbound)).status()).isEqualTo(404);
    }

    private Proof proof() throws ProviderUnavailable {
        Reply reply = scene.signIn(scene.provider());
        assertThat(reply).as(reply.toString()).isInstanceOf(Reply.Arrived.class);
        assertThat(((Reply.Arrived) reply).errand()).isEqualTo(scene.errand.id());
        return ((Reply.Arrived) reply).proof();
    }

    private static ECKey ec() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
    }
}
