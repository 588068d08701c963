package pl.otwartagmina.integration.logingov.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Identity;
import pl.otwartagmina.integration.logingov.simulator.LoginGovSimulator;
import pl.otwartagmina.integration.logingov.simulator.Script;
import pl.otwartagmina.integration.logingov.simulator.Signing;
import pl.otwartagmina.integration.logingov.simulator.SimulatedPerson;

class LogoutTest {
    private static final URI HERE = Portal.ADDRESS.resolve("slo");

    private final Portal portal = new Portal();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void the_provider_is_told_of_the_end_without_the_browser() throws Exception {
        Session session = Session.decoded(SignInTest.proof(portal.signIn()).session());

        Optional<URI> away = portal.provider.signedOut(session.encoded(), Portal.ADDRESS);

        assertThat(away).isEmpty();
        Element request = told();
        assertThat(request.getAttribute("Destination"))
                .isEqualTo(portal.simulator.singleLogout().toString());
        assertThat(Dom.find(request, Dom.SAML, "NameID").getTextContent()).isEqualTo(session.nameId());
        assertThat(Dom.find(request, Dom.SAML, "NameID").getAttribute("Format")).isEqualTo(session.format());
        assertThat(Dom.find(request, Dom.SAMLP, "SessionIndex").getTextContent())
                .isEqualTo(session.index());
    }

    @Test
    void a_provider_that_does_not_take_it_is_told_once_more() throws Exception {
        String session = SignInTest.proof(portal.signIn()).session();
        portal.simulator.refuseLogouts(1);

        portal.provider.signedOut(session, Portal.ADDRESS);

        assertThat(Dom.find(told(), Dom.SAMLP, "SessionIndex").getTextContent())
                .isEqualTo(Session.decoded(session).index());
    }

    @Test
    void the_provider_ends_one_session() throws Exception {
        Proof first = SignInTest.proof(portal.signIn());
        Proof second = SignInTest.proof(portal.signIn());
        Session session = Session.decoded(first.session());

        Reply reply = portal.post("slo", portal.simulator.logoutRequest(HERE, session.nameId(), session.index()));

        assertThat(reply).isInstanceOfSatisfying(Reply.Over.class, over -> {
            assertThat(over.sessions()).containsExactly(first.session()).doesNotContain(second.session());
            Element response = Dom.find(Dom.parse(over.answer().body()), Dom.SAMLP, "LogoutResponse");
            assertThat(Dom.find(response, Dom.SAMLP, "StatusCode").getAttribute("Value"))
                    .isEqualTo(Script.SUCCESS);
            assertThat(portal.simulator.isSignedByPortal(response)).isTrue();
        });
    }

    @Test
    void without_an_index_it_ends_all_sessions_of_that_person_and_of_nobody_else() throws Exception {
        Proof first = SignInTest.proof(portal.signIn());
        Proof second = SignInTest.proof(portal.signIn());
        portal.simulator.play(new Script().person(SimulatedPerson.ANNA.identifier("02070803628")));
        SignInTest.proof(portal.signIn());

        Reply reply = portal.post(
                "slo",
                portal.simulator.logoutRequest(
                        HERE, Session.decoded(first.session()).nameId()));

        assertThat(reply).isInstanceOfSatisfying(Reply.Over.class, over -> assertThat(over.sessions())
                .containsExactlyInAnyOrder(first.session(), second.session()));
    }

    @Test
    void the_same_request_is_taken_once() throws Exception {
        byte[] request = portal.simulator.logoutRequest(HERE, "anna", "_ID-1");

        assertThat(portal.post("slo", request)).isInstanceOf(Reply.Over.class);
        assertThat(status(portal.post("slo", request))).isEqualTo(403);
    }

    /** Who could end sessions at will would keep everybody out. */
    @ParameterizedTest
    @MethodSource("forgeries")
    void a_request_that_cannot_be_believed_ends_nothing(Forgery forgery) throws Exception {
        assertThat(status(portal.post("slo", forgery.request(portal.simulator))))
                .isEqualTo(403);
    }

    interface Forgery {
        byte[] request(LoginGovSimulator simulator);
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                simulator ->
                        simulator.logoutRequest(Signing.with(Identity.elliptic("WK_SIG_EC")), HERE, "anna", "_ID-1"),
                simulator -> simulator.logoutRequest(URI.create("https://other.gmina.example/slo"), "anna", "_ID-1"),
                simulator -> text(simulator).replace(">anna<", ">jan<").getBytes(StandardCharsets.UTF_8),
                simulator -> text(simulator)
                        .replaceAll("(?s)<ds:Signature[ >].*</ds:Signature>", "")
                        .getBytes(StandardCharsets.UTF_8),
                simulator -> ("<!DOCTYPE a>" + text(simulator)).getBytes(StandardCharsets.UTF_8),
                simulator -> text(simulator)
                        .replace("LogoutRequest", "ManageNameIDRequest")
                        .getBytes(StandardCharsets.UTF_8),
                simulator -> new byte[0],
                simulator -> new byte[300_000]);
    }

    private static String text(LoginGovSimulator simulator) {
        return new String(simulator.logoutRequest(HERE, "anna", "_ID-1"), StandardCharsets.UTF_8);
    }

    private static int status(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return ((Reply.Answer) reply).status();
    }

    private Element told() throws InterruptedException {
        return Optional.ofNullable(portal.simulator.logouts().poll(10, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing was told within ten seconds"));
    }
}
