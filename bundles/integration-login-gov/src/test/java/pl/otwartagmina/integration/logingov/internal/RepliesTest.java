package pl.otwartagmina.integration.logingov.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.integration.logingov.simulator.Script.Moment.ASSERTION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.integration.logingov.simulator.Dom;
import pl.otwartagmina.integration.logingov.simulator.Identity;
import pl.otwartagmina.integration.logingov.simulator.Script;

/** What was used before, what belongs to another errand, and what comes too late. */
class RepliesTest {
    private static final String NO_REQUEST = "RelayState of no request that waits for an answer";

    private final Portal portal = new Portal();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void an_answer_is_good_once() throws Exception {
        Map<String, String> fields = portal.visit(Portal.errand(AccessLevel.STRONG));
        assertThat(portal.comeBack(fields)).isInstanceOf(Reply.Arrived.class);

        assertThat(portal.comeBack(fields)).isEqualTo(refused("", NO_REQUEST));
    }

    @Test
    void an_artifact_that_was_used_is_refused_in_another_errand_without_asking_for_it() throws Exception {
        Map<String, String> fields = portal.visit(Portal.errand(AccessLevel.STRONG));
        portal.comeBack(fields);
        Errand other = Portal.errand(AccessLevel.STRONG);
        portal.visit(other);

        assertThat(portal.comeBack(with(fields, "RelayState", other.id())))
                .isEqualTo(refused(other.id(), "artifact that was used before"));
    }

    @Test
    void an_artifact_that_the_provider_does_not_know_stands_for_nothing() throws Exception {
        Errand errand = Portal.errand(AccessLevel.STRONG);
        Map<String, String> fields = portal.visit(errand);

        assertThat(portal.comeBack(with(fields, "SAMLart", "AAQAAunknown")))
                .isEqualTo(refused(errand.id(), "artifact that stands for nothing"));
    }

    @Test
    void something_else_than_an_artifact_is_not_even_asked_for() throws Exception {
        Errand errand = Portal.errand(AccessLevel.STRONG);
        Map<String, String> fields = portal.visit(errand);

        assertThat(portal.comeBack(with(fields, "SAMLart", "<a/>"))).isEqualTo(refused(errand.id(), "no artifact"));
    }

    @Test
    void an_assertion_is_good_once_also_in_another_response() throws Exception {
        portal.simulator.play(new Script().assertionId("_ID-same"));
        assertThat(portal.signIn()).isInstanceOf(Reply.Arrived.class);
        Errand errand = Portal.errand(AccessLevel.STRONG);

        assertThat(portal.comeBack(portal.visit(errand)))
                .isEqualTo(refused(errand.id(), "assertion that was used before"));
    }

    /** As if somebody made another person's browser finish what they began, or the other way round. */
    @Test
    void the_answer_to_another_errand_is_refused() throws Exception {
        Errand mine = Portal.errand(AccessLevel.STRONG);
        Map<String, String> answer = portal.visit(mine);
        Errand other = Portal.errand(AccessLevel.STRONG);
        portal.visit(other);

        assertThat(portal.comeBack(with(answer, "RelayState", other.id())))
                .isEqualTo(refused(other.id(), "Response that answers another request, or none"));
    }

    @Test
    void an_answer_without_a_relay_state_or_with_two_or_with_an_invented_one_is_refused() throws Exception {
        Map<String, String> fields = portal.visit(Portal.errand(AccessLevel.STRONG));
        Map<String, List<String>> twice = Map.of(
                "SAMLart", List.of(fields.getOrDefault("SAMLart", "")),
                "RelayState", List.of(fields.getOrDefault("RelayState", ""), "other"));

        assertThat(portal.comeBack(with(fields, "RelayState", "invented"))).isEqualTo(refused("", NO_REQUEST));
        assertThat(portal.comeBack(Map.of())).isEqualTo(refused("", NO_REQUEST));
        assertThat(portal.provider.receive(new Inbound("POST", Portal.ADDRESS, "acs", twice, new byte[0])))
                .isEqualTo(refused("", NO_REQUEST));
    }

    @Test
    void an_answer_after_a_quarter_of_an_hour_is_too_late() throws Exception {
        Watch watch = new Watch();
        try (Portal slow = new Portal(LevelOfAssurance.SUBSTANTIAL, watch)) {
            Map<String, String> fields = slow.visit(Portal.errand(AccessLevel.STRONG));
            watch.now = watch.now.plus(PendingRequests.LIFE).plusSeconds(1);

            assertThat(slow.comeBack(fields)).isEqualTo(refused("", NO_REQUEST));
        }
    }

    @Test
    void clocks_may_differ_by_a_minute() throws Exception {
        for (long seconds : new long[] {-50, 50}) {
            Watch watch = new Watch();
            watch.now = watch.now.plusSeconds(seconds);
            try (Portal other = new Portal(LevelOfAssurance.SUBSTANTIAL, watch)) {
                assertThat(other.signIn()).isInstanceOf(Reply.Arrived.class);
            }
        }
    }

    @Test
    void an_end_within_the_difference_of_clocks_is_none() throws Exception {
        portal.simulator.play(new Script().at(ASSERTION, assertion -> Dom.find(assertion, Dom.SAML, "Conditions")
                .setAttribute("NotOnOrAfter", Instant.now().minusSeconds(30).toString())));

        assertThat(portal.signIn()).isInstanceOf(Reply.Arrived.class);
    }

    @Test
    void the_provider_may_change_its_certificate_but_not_use_one_that_has_ended() throws Exception {
        Identity ended = Identity.elliptic("WK_SIG_EC", Instant.now().minus(Duration.ofDays(1)));
        portal.simulator.play(new Script().signing(right -> right.by(ended)));
        Errand errand = Portal.errand(AccessLevel.STRONG);
        String unconfirmed = "signature that no certificate of the provider in force confirms";

        assertThat(portal.comeBack(portal.visit(errand))).isEqualTo(refused(errand.id(), unconfirmed));

        Identity next = Identity.elliptic("WK_SIG_EC_2");
        try (Portal changing = new Portal(
                LevelOfAssurance.SUBSTANTIAL, Clock.systemUTC(), List.of(ended.certificate(), next.certificate()))) {
            changing.simulator.play(new Script().signing(right -> right.by(next)));
            assertThat(changing.signIn()).isInstanceOf(Reply.Arrived.class);
            changing.simulator.play(new Script().signing(right -> right.by(ended)));
            assertThat(changing.comeBack(changing.visit(errand))).isEqualTo(refused(errand.id(), unconfirmed));
        }
    }

    @Test
    void of_very_many_requests_the_oldest_give_way() {
        PendingRequests pending = new PendingRequests(Clock.systemUTC());
        for (int i = 0; i <= PendingRequests.MOST; i++) {
            pending.add(new PendingRequests.Request(
                    "ID-" + i, "errand" + i, Portal.ADDRESS, LevelOfAssurance.HIGH, Instant.now()));
        }

        assertThat(pending.take("errand0")).isEmpty();
        assertThat(pending.take("errand1")).isPresent();
        assertThat(pending.take("errand1")).isEmpty();
    }

    private static Reply.Refused refused(String errand, String details) {
        return new Reply.Refused(errand, Reply.Reason.NOT_PROVEN, details);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** A clock that stands until it is moved. */
    private static final class Watch extends Clock {
        private Instant now = Instant.now();

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
