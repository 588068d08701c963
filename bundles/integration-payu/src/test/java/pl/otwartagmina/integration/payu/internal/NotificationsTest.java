package pl.otwartagmina.integration.payu.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;

class NotificationsTest {
    private static final String KEY = FakePayU.SECOND_KEY;
    private static final String BODY =
            "{\"order\":{\"orderId\":\"LDLW5N7MF4140324GUEST000P01\",\"extOrderId\":\"order-1\","
                    + "\"orderCreateDate\":\"2026-11-22T12:00:00\",\"notifyUrl\":\"https://portal.example/n\",\"customerIp\":\"203.0.113.7\",\"merchantPosId\":\"300746\",\"description\":\"Podatek"
                    + " rolny – ż\",\"currencyCode\":\"PLN\",\"totalAmount\":\"3250\",\"status\":\"COMPLETED\"},"
                    + "\"localReceiptDateTime\":\"2026-11-22T13:05:14.828+01:00\","
                    + "\"properties\":[{\"name\":\"PAYMENT_ID\",\"value\":\"151471228\"}]}";
    private static final String REFUND = "{\"orderId\":\"2DVZMPMFPN140219GUEST000P01\",\"extOrderId\":\"order-1\","
            + "\"refund\":{\"refundId\":\"912128\",\"amount\":\"1550\",\"currencyCode\":\"PLN\",\"status\":\"FINALIZED\","
            + "\"statusDateTime\":\"2026-11-22T19:43:31.418+01:00\",\"reason\":\"refund\"}}";

    private final FakePayU payu = new FakePayU();
    private final PayUPayments gateway = new PayUPayments(payu.pos(Duration.ofSeconds(5)), Clock.systemUTC());

    NotificationsTest() throws IOException {}

    @AfterEach
    void stop() {
        payu.close();
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String header(String algorithm, String body, String key) {
        return "sender=checkout;signature=" + digest(algorithm, body + key) + ";algorithm=" + algorithm
                + ";content=DOCUMENT";
    }

    private static Notification sent(String body, String... headers) {
        return new Notification(
                Map.of("OpenPayu-Signature", List.of(headers)), body.getBytes(StandardCharsets.UTF_8), "203.0.113.9");
    }

    private static Notification signed(String body) {
        return sent(body, header("MD5", body, KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256", "SHA-384", "SHA-512"})
    void what_the_second_key_signed_is_believed(String algorithm) throws Exception {
        Notice notice = gateway.read(sent(BODY, header(algorithm, BODY, KEY)));

        assertThat(notice)
                .isEqualTo(new Notice(
                        "order:LDLW5N7MF4140324GUEST000P01:COMPLETED:151471228",
                        "order-1",
                        "LDLW5N7MF4140324GUEST000P01",
                        new Standing(
                                State.CONFIRMED,
                                Money.of("32.50"),
                                Optional.of(Instant.parse("2026-11-22T12:05:14.828Z")))));
    }

    @Test
    void the_name_of_the_header_may_be_written_in_any_case() throws Exception {
        Notification notification = new Notification(
                Map.of("OPENPAYU-SIGNATURE", List.of(header("MD5", BODY, KEY))),
                BODY.getBytes(StandardCharsets.UTF_8),
                "203.0.113.9");

        assertThat(gateway.read(notification).order()).isEqualTo("order-1");
    }

    @ParameterizedTest
    @CsvSource({"PENDING,PENDING", "WAITING_FOR_CONFIRMATION,PAID", "CANCELED,FAILED", "REJECTED,FAILED"})
    void every_status_is_another_event(String status, State state) throws Exception {
        Notice notice = gateway.read(signed(BODY.replace("COMPLETED", status)));

        assertThat(notice.standing().state()).isEqualTo(state);
        assertThat(notice.event())
                .contains(status)
                .isNotEqualTo(gateway.read(signed(BODY)).event());
    }

    @Test
    void a_repetition_is_the_same_event() throws Exception {
        assertThat(gateway.read(signed(BODY))).isEqualTo(gateway.read(signed(BODY)));
        assertThat(gateway.read(signed(REFUND))).isEqualTo(gateway.read(signed(REFUND)));
    }

    @Test
    void a_refund_tells_what_was_given_back() throws Exception {
        Notice done = gateway.read(signed(REFUND));
        Notice refused = gateway.read(signed(REFUND.replace("FINALIZED", "CANCELED")));

        assertThat(done.standing()).isEqualTo(new Standing(State.REFUNDED, Money.of("15.50"), Optional.empty()));
        assertThat(refused.standing().amount()).isEqualTo(Money.ZERO);
        assertThat(refused.event()).isNotEqualTo(done.event());
    }

    static Stream<Arguments> attacks() {
        String right = header("MD5", BODY, KEY);
        String signature = digest("MD5", BODY + KEY);
        return Stream.of(
                attack("a byte of the body was changed", sent(BODY.replace("order-1", "order-2"), right)),
                attack("the amount was changed", sent(BODY.replace("3250", "325000"), right)),
                attack("a space was added", sent(BODY + " ", right)),
                attack("no header", sent(BODY)),
                attack("two headers, one of them right", sent(BODY, right, right)),
                attack("signed with another key", sent(BODY, header("MD5", BODY, "b6ca15b0d1020e8094d9b5f8d163db55"))),
                attack("signed with no key", sent(BODY, header("MD5", BODY, ""))),
                attack("a digest that is not on the list", sent(BODY, header("SHA-1", BODY, KEY))),
                attack("a digest of another name", sent(BODY, right.replace("MD5", "md5"))),
                attack("a digest that does not exist", sent(BODY, right.replace("MD5", "NONE"))),
                attack("one digest named, another used", sent(BODY, right.replace("MD5", "SHA-256"))),
                attack("another sender", sent(BODY, right.replace("checkout", "145227"))),
                attack("a sender that begins alike", sent(BODY, right.replace("checkout", "checkout2"))),
                attack("no sender", sent(BODY, right.replace("sender=checkout;", ""))),
                attack("two signatures in the header", sent(BODY, right + ";signature=" + signature)),
                attack("an empty signature", sent(BODY, right.replace(signature, ""))),
                attack("a part of the signature", sent(BODY, right.replace(signature, signature.substring(0, 8)))),
                attack("a part that is unknown", sent(BODY, right + ";x=y")),
                attack("a header that is too long", sent(BODY, right + ";" + " ".repeat(600))),
                attack("signed, for another point of sale", signed(BODY.replace("300746", "145227"))),
                attack("signed, in euro", signed(BODY.replace("PLN", "EUR"))),
                attack("signed, a negative amount", signed(BODY.replace("\"3250\"", "\"-3250\""))),
                attack("signed, no amount", signed(BODY.replace("totalAmount", "total"))),
                attack("signed, an unknown status", signed(BODY.replace("COMPLETED", "PAID"))),
                attack("signed, an id with a slash", signed(BODY.replace("order-1", "../order-1"))),
                attack("signed, of another's order", signed(BODY.replace("\"extOrderId\":\"order-1\",", ""))),
                attack(
                        "signed, a key twice",
                        signed(BODY.replace("\"totalAmount\":", "\"totalAmount\":\"1\",\"totalAmount\":"))),
                attack("signed, no JSON", signed("order=1")),
                attack("signed, two documents", signed(BODY + BODY)),
                attack("signed, too long", signed(BODY + " ".repeat(64 * 1024))),
                attack("signed, a refund in euro", signed(REFUND.replace("PLN", "EUR"))));
    }

    private static Arguments attack(String name, Notification notification) {
        return Arguments.of(name, notification);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_not_believed(String name, Notification notification) {
        assertThatThrownBy(() -> gateway.read(notification))
                .isInstanceOf(NotBelieved.class)
                .message()
                .doesNotContain("order-1")
                .doesNotContain(KEY);
        assertThat(payu.calls).isEmpty();
    }
}
