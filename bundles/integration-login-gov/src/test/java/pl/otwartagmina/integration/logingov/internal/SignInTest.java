package pl.otwartagmina.integration.logingov.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Encryption;
import pl.otwartagmina.integration.logingov.simulator.Script;
import pl.otwartagmina.integration.logingov.simulator.SimulatedPerson;

class SignInTest {
    private final Portal portal = new Portal();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void a_person_comes_back_with_names_and_pesel() throws Exception {
        Errand errand = Portal.errand(AccessLevel.STRONG);

        Reply reply = portal.comeBack(portal.visit(errand));

        assertThat(reply).isInstanceOfSatisfying(Reply.Arrived.class, arrived -> {
            assertThat(arrived.errand()).isEqualTo(errand.id());
            Proof proof = arrived.proof();
            assertThat(proof.level()).isEqualTo(AccessLevel.STRONG);
            assertThat(proof.pesel()).contains(new Pesel("44051401359"));
            assertThat(proof.firstName()).isEqualTo("Anna");
            assertThat(proof.lastName()).isEqualTo("Nowak-Żółć");
            assertThat(proof.email()).isEmpty();
            assertThat(Session.decoded(proof.session()).index()).startsWith("_ID-");
        });
    }

    @Test
    void the_request_says_all_that_login_gov_pl_wants_to_know() {
        portal.visit(Portal.errand(AccessLevel.VERIFIED));

        Element request = portal.simulator.requests().get(0);
        assertThat(request.getAttribute("ForceAuthn")).isEqualTo("true");
        assertThat(request.getAttribute("AssertionConsumerServiceURL")).isEqualTo(Portal.ADDRESS + "acs");
        assertThat(request.getAttribute("ProtocolBinding"))
                .isEqualTo("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact");
        assertThat(request.getAttribute("ProviderName")).isEqualTo("Gmina Modrzewiny");
        assertThat(Dom.find(request, Dom.SAML, "Issuer").getTextContent()).isEqualTo(Portal.ENTITY_ID);
        assertThat(Dom.find(request, Dom.SAML, "AuthnContextClassRef").getTextContent())
                .isEqualTo("http://eidas.europa.eu/LoA/substantial");
        assertThat(request.getElementsByTagNameNS("http://eidas.europa.eu/saml-extensions", "RequestedAttribute")
                        .getLength())
                .isEqualTo(4);
        assertThat(Dom.find(request, "http://eidas.europa.eu/saml-extensions", "SPType")
                        .getTextContent())
                .isEqualTo("public");
    }

    @Test
    void the_same_person_has_the_same_name_here_each_time_and_it_is_not_their_pesel() throws Exception {
        Proof first = proof(portal.signIn());
        Proof again = proof(portal.signIn());
        portal.simulator.play(new Script().person(SimulatedPerson.ANNA.identifier("02070803628")));
        Proof other = proof(portal.signIn());

        assertThat(again.subject()).isEqualTo(first.subject()).doesNotContain("44051401359");
        assertThat(other.subject()).isNotEqualTo(first.subject());
    }

    @Test
    void somebody_from_abroad_has_no_pesel() throws Exception {
        portal.simulator.play(new Script().person(SimulatedPerson.ANNA.identifier("DE/PL/AbC-123")));

        Proof proof = proof(portal.signIn());

        assertThat(proof.pesel()).isEmpty();
        assertThat(proof.level()).isEqualTo(AccessLevel.STRONG);
        assertThat(proof.subject()).doesNotContain("AbC-123");
    }

    @Test
    void a_signature_of_the_assertion_itself_is_not_needed_but_may_be_there() throws Exception {
        portal.simulator.play(new Script().signingAssertion());

        assertThat(portal.signIn()).isInstanceOf(Reply.Arrived.class);
    }

    /** Seen in production. */
    @Test
    void a_content_key_of_128_bits_under_the_name_of_256_is_understood() throws Exception {
        portal.simulator.play(
                new Script().encryption(Encryption.RIGHT.content("http://www.w3.org/2009/xmlenc11#aes256-gcm", 128)));

        assertThat(portal.signIn()).isInstanceOf(Reply.Arrived.class);
    }

    @Test
    void key_derivation_as_the_standard_pads_it_is_understood_as_well() throws Exception {
        portal.simulator.play(new Script().encryption(Encryption.RIGHT.asTheStandardPads()));

        assertThat(portal.signIn()).isInstanceOf(Reply.Arrived.class);
    }

    @Test
    void a_higher_level_than_asked_for_is_enough() throws Exception {
        portal.simulator.play(new Script().person(SimulatedPerson.ANNA.level("high")));

        assertThat(proof(portal.signIn()).level()).isEqualTo(AccessLevel.STRONG);
    }

    @Test
    void where_low_is_enough_it_proves_neither_pesel_nor_a_strong_sign_in() throws Exception {
        try (Portal easy = new Portal(LevelOfAssurance.LOW, Clock.systemUTC())) {
            easy.simulator.play(new Script().person(SimulatedPerson.ANNA.level("low")));

            Proof proof = proof(easy.comeBack(easy.visit(Portal.errand(AccessLevel.ACCOUNT))));
            Reply binding = easy.signIn();

            assertThat(proof.level()).isEqualTo(AccessLevel.ACCOUNT);
            assertThat(proof.pesel()).isEmpty();
            assertThat(binding).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.reason())
                    .isEqualTo(Reply.Reason.TOO_WEAK));
        }
    }

    @Test
    void metadata_tell_addresses_and_both_certificates() throws Exception {
        Reply reply = portal.provider.receive(new Inbound("GET", Portal.ADDRESS, "metadata", Map.of(), new byte[0]));

        assertThat(reply).isInstanceOfSatisfying(Reply.Answer.class, answer -> {
            Element descriptor = Dom.parse(answer.body()).getDocumentElement();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(descriptor.getAttribute("entityID")).isEqualTo(Portal.ENTITY_ID);
            assertThat(descriptor
                            .getElementsByTagNameNS(Dom.DS, "X509Certificate")
                            .getLength())
                    .isEqualTo(2);
            assertThat(Dom.text(descriptor)).contains(Portal.ADDRESS + "acs", Portal.ADDRESS + "slo");
        });
    }

    @ParameterizedTest
    @CsvSource({"POST,elsewhere", "POST,metadata", "GET,acs", "GET,slo", "GET,''"})
    void other_addresses_lead_nowhere(String method, String path) throws Exception {
        Reply reply = portal.provider.receive(new Inbound(method, Portal.ADDRESS, path, Map.of(), new byte[0]));

        assertThat(reply).isInstanceOfSatisfying(Reply.Answer.class, answer -> assertThat(answer.status())
                .isEqualTo(404));
    }

    static Proof proof(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Arrived.class);
        return ((Reply.Arrived) reply).proof();
    }
}
