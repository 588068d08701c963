package pl.otwartagmina.integration.logingov.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.simulator.Script;

/**
 * The table of attacks. Each row changes one thing of an answer that is believed, and says by which check it is stopped;
 * everything around it is signed and encrypted as it should be.
 */
class AttacksTest {
    private static final Portal PORTAL = new Portal();

    @BeforeAll
    static void an_answer_with_nothing_wrong_is_believed() throws Exception {
        PORTAL.simulator.play(new Script());
        assertThat(PORTAL.signIn()).isInstanceOf(Reply.Arrived.class);
    }

    @AfterAll
    static void close() {
        PORTAL.close();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void each_attack_is_stopped_by_its_own_check(Attack attack) throws Exception {
        PORTAL.simulator.play(attack.script());

        Reply reply = PORTAL.signIn();

        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.details()).isEqualTo(attack.stopped());
            assertThat(refused.reason()).isEqualTo(attack.reason());
            assertThat(refused.errand()).hasSize(43);
        });
    }

    @ParameterizedTest
    @MethodSource("outages")
    void a_resolver_that_does_not_answer_as_it_should_is_unavailable(Attack outage) {
        PORTAL.simulator.play(outage.script());

        assertThatThrownBy(PORTAL::signIn)
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining(outage.stopped());
    }

    @Test
    void half_an_answer_and_then_silence_is_not_waited_for() {
        try (Portal impatient = new Portal(Duration.ofSeconds(1))) {
            impatient.simulator.play(new Script().hanging());

            assertThatThrownBy(impatient::signIn)
                    .isInstanceOf(ProviderUnavailable.class)
                    .hasMessageContaining("does not answer within 1 s");
        }
    }

    @Test
    void every_attack_is_in_the_table_once() {
        assertThat(attacks().map(Attack::name)).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                        SignatureAttacks.signatures(),
                        Wrapping.attacks(),
                        EncryptionAttacks.encryption(),
                        EncryptionAttacks.xml(),
                        AssertionAttacks.assertions(),
                        PersonAttacks.persons(),
                        PersonAttacks.levels())
                .flatMap(rows -> rows);
    }

    static Stream<Attack> outages() {
        return Stream.of(
                Attack.of("500", new Script().httpStatus(500), "answers 500"),
                Attack.of("a redirection", new Script().httpStatus(302), "answers 302"),
                Attack.of(
                        "junk",
                        new Script().body(body -> "<html><br></html>".getBytes(StandardCharsets.UTF_8)),
                        "something else than SOAP"),
                Attack.of("nothing", new Script().body(body -> new byte[0]), "something else than SOAP"),
                Attack.of(
                        "a DOCTYPE",
                        new Script().body(body -> ("<!DOCTYPE a>" + new String(body, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)),
                        "something else than SOAP"),
                Attack.of(
                        "a billion laughs",
                        new Script().body(body -> (EncryptionAttacks.laughs() + "<a>&h9;</a>")
                                .getBytes(StandardCharsets.UTF_8)),
                        "something else than SOAP"),
                Attack.of(
                        "too much",
                        new Script().body(body -> new byte[2_000_000]),
                        "something else than SOAP: XML of"));
    }
}
