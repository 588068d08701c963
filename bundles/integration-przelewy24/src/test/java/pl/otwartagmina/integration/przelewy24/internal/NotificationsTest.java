package pl.otwartagmina.integration.przelewy24.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;

class NotificationsTest {
    private final FakeP24 p24 = new FakeP24();
    private final Przelewy24Payments gateway =
            new Przelewy24Payments(p24.merchant(Duration.ofSeconds(5)), Clock.systemUTC());

    NotificationsTest() throws IOException {}

    @AfterEach
    void stop() {
        p24.close();
    }

    private static ObjectNode payment() {
        return StrictJson.object()
                .put("merchantId", FakeP24.MERCHANT)
                .put("posId", FakeP24.MERCHANT)
                .put("sessionId", "order-1")
                .put("amount", 3250)
                .put("originAmount", 3250)
                .put("currency", "PLN")
                .put("orderId", 4_300_000_000L)
                .put("methodId", 154)
                .put("statement", "p24-A1B-2C3 / zażółć");
    }

    private static ObjectNode refund() {
        return StrictJson.object()
                .put("orderId", 4_300_000_000L)
                .put("sessionId", "order-1")
                .put("merchantId", FakeP24.MERCHANT)
                .put("requestId", "0b7f3c2e111142228333444455556666")
                .put("refundsUuid", "0b7f3c2e111142228333444455556666")
                .put("amount", 1250)
                .put("currency", "PLN")
                .put("timestamp", 1_795_000_000)
                .put("status", 0);
    }

    private static ObjectNode signed(ObjectNode said) {
        return said.put(
                "sign",
                said.has("refundsUuid")
                        ? FakeP24.sign(
                                said,
                                "orderId",
                                "sessionId",
                                "refundsUuid",
                                "merchantId",
                                "amount",
                                "currency",
                                "status")
                        : FakeP24.sign(
                                said,
                                "merchantId",
                                "posId",
                                "sessionId",
                                "amount",
                                "originAmount",
                                "currency",
                                "orderId",
                                "methodId",
                                "statement"));
    }

    private static Notification sent(String body) {
        return new Notification(Map.of(), body.getBytes(StandardCharsets.UTF_8), "5.252.202.254");
    }

    private Notice read(ObjectNode said) throws NotBelieved {
        return gateway.read(sent(said.toString()));
    }

    @Test
    void a_payment_waits_to_be_taken() throws Exception {
        assertThat(read(signed(payment())))
                .isEqualTo(new Notice(
                        "paid:4300000000",
                        "order-1",
                        "order-1",
                        new Standing(State.PAID, Money.of("32.50"), Optional.empty())));
    }

    @Test
    void a_refund_tells_what_was_given_back() throws Exception {
        Notice done = read(signed(refund()));
        Notice refused = read(signed(refund().put("status", 1)));

        assertThat(done.standing()).isEqualTo(new Standing(State.REFUNDED, Money.of("12.50"), Optional.empty()));
        assertThat(refused.standing().amount()).isEqualTo(Money.ZERO);
        assertThat(refused.event()).isNotEqualTo(done.event());
    }

    @Test
    void a_repetition_is_the_same_event_and_a_second_payment_another() throws Exception {
        assertThat(read(signed(payment()))).isEqualTo(read(signed(payment())));
        assertThat(read(signed(payment().put("orderId", 4_300_000_001L))).event())
                .isNotEqualTo(read(signed(payment())).event());
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                changed("the amount", said -> said.put("amount", 1)),
                changed("the amount before", said -> said.put("originAmount", 1)),
                changed("the order", said -> said.put("sessionId", "order-2")),
                changed("the currency", said -> said.put("currency", "EUR")),
                changed("the number", said -> said.put("orderId", 1)),
                changed("the statement", said -> said.put("statement", "x")),
                changed("the way to pay", said -> said.put("methodId", 1)),
                changed("the merchant", said -> said.put("merchantId", 1)),
                changed("the shop", said -> said.put("posId", 1)),
                changed("the sign, left out", said -> said.remove("sign")),
                changed("the sign, emptied", said -> said.put("sign", "")),
                changed("the sign, a number", said -> said.put("sign", 0)),
                changed(
                        "the sign, a part",
                        said -> said.put("sign", said.path("sign").asText().substring(0, 10))),
                changed("the amount, as a text", said -> said.put("amount", "3250")),
                changed("the amount, left out", said -> said.remove("amount")),
                signed("in euro", said -> said.put("currency", "EUR")),
                signed("for another merchant", said -> said.put("merchantId", 1)),
                signed("for another shop", said -> said.put("posId", 1)),
                signed("for nothing", said -> said.put("amount", 0)),
                signed("for less than nothing", said -> said.put("amount", -3250)),
                signed("with an id of no order of the portal's", said -> said.put("sessionId", "../order-1")),
                Arguments.of("without the key", sent(unkeyed(payment()).toString())),
                Arguments.of(
                        "with a refund's form",
                        sent(signed(payment()).put("refundsUuid", "x").toString())),
                Arguments.of(
                        "a key twice",
                        sent(signed(payment()).toString().replace("\"amount\":", "\"amount\":1,\"amount\":"))),
                Arguments.of("no JSON", sent("amount=3250")),
                Arguments.of("nothing", sent("")),
                Arguments.of("two documents", sent(signed(payment()).toString() + signed(payment()))),
                Arguments.of("too long", sent(signed(payment()) + " ".repeat(64 * 1024))),
                Arguments.of(
                        "a refund whose amount was changed",
                        sent(signed(refund()).put("amount", 3250).toString())),
                Arguments.of(
                        "a refund whose state was changed",
                        sent(signed(refund()).put("status", 1).toString())));
    }

    private static ObjectNode unkeyed(ObjectNode said) {
        return said.put("sign", FakeP24.sha384(said.deepCopy().put("crc", "").toString()));
    }

    private static Arguments changed(String what, Consumer<ObjectNode> change) {
        ObjectNode said = signed(payment());
        change.accept(said);
        return Arguments.of("changed: " + what, sent(said.toString()));
    }

    private static Arguments signed(String what, Consumer<ObjectNode> change) {
        ObjectNode said = payment();
        change.accept(said);
        return Arguments.of("signed, " + what, sent(signed(said).toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_not_believed(String name, Notification notification) {
        assertThatThrownBy(() -> gateway.read(notification))
                .isInstanceOf(NotBelieved.class)
                .message()
                .doesNotContain(FakeP24.CRC);
        assertThat(p24.calls).isEmpty();
    }
}
