package pl.otwartagmina.integration.przelewy24.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.integration.przelewy24.internal.FakeP24.Trouble;

@Timeout(30)
class Przelewy24PaymentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Nrb ACCOUNT = new Nrb("61109010140000071219812874");
    private static final String REGISTER = "POST /api/v1/transaction/register";
    private static final Order ORDER = order(Optional.of("anna@poczta.pl"), NOW.plusSeconds(890));
    private static final Refund REFUND = new Refund(
            "0b7f3c2e-1111-4222-8333-444455556666", Money.of("12.50"), "Nadpłata podatku od nieruchomości 2026");

    private final FakeP24 p24 = new FakeP24();
    private Przelewy24Payments gateway = gateway(NOW, Duration.ofSeconds(10));

    Przelewy24PaymentsTest() throws IOException {}

    @AfterEach
    void stop() {
        p24.close();
    }

    private Przelewy24Payments gateway(Instant now, Duration limit) {
        return new Przelewy24Payments(p24.merchant(limit), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Order order(Optional<String> payer, Instant expires) {
        return new Order(
                "order-1",
                "Podatek od nieruchomości",
                List.of(new Order.Share(ACCOUNT, Money.of("32.50"), "Karta 240000021")),
                payer,
                "203.0.113.7",
                Locale.forLanguageTag("uk"),
                URI.create("https://portal.example/e/payments/back/1"),
                URI.create("https://portal.example/api/payments/notify/przelewy24"),
                expires);
    }

    @Test
    void an_order_is_registered_as_przelewy24_wants_it() throws Exception {
        Checkout checkout = gateway.open(ORDER);

        assertThat(checkout).isEqualTo(new Checkout("order-1", URI.create(p24.address() + "trnRequest/TOKEN-1")));
        ObjectNode sent = p24.registered.get(0);
        sent.remove("sign");
        assertThat(sent)
                .hasToString(
                        "{\"merchantId\":999999,\"posId\":999999,\"sessionId\":\"order-1\",\"amount\":3250,\"currency\":\"PLN\",\"description\":\"Podatek"
                                + " od nieruchomości\",\"email\":\"anna@poczta.pl\","
                                + "\"country\":\"PL\",\"language\":\"pl\",\"urlReturn\":\"https://portal.example/e/payments/back/1\","
                                + "\"urlStatus\":\"https://portal.example/api/payments/notify/przelewy24\",\"timeLimit\":15,"
                                + "\"encoding\":\"UTF-8\",\"channel\":8256}");
    }

    @Test
    void a_payer_without_an_address_has_the_office_s_and_a_long_time_is_the_longest_that_there_is() throws Exception {
        gateway.open(order(Optional.empty(), NOW.plus(Duration.ofDays(3))));

        assertThat(p24.registered.get(0).path("email").asText()).isEqualTo("urzad@gmina.pl");
        assertThat(p24.registered.get(0).path("timeLimit").asInt()).isEqualTo(99);
    }

    @Test
    void the_same_order_is_registered_once() throws Exception {
        assertThat(gateway.open(ORDER)).isEqualTo(gateway.open(ORDER));

        assertThat(p24.calls(REGISTER)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_order_that_is_paid_is_not_registered_again(int status) throws Exception {
        p24.pay("order-1", 3250).put("status", status);

        assertThat(gateway.open(ORDER)).isEqualTo(new Checkout("order-1", ORDER.back()));

        assertThat(p24.registered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void a_bad_day_of_przelewy24_is_no_refusal(Trouble trouble) {
        gateway = gateway(NOW, Duration.ofMillis(700));
        p24.trouble(REGISTER, trouble);

        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void an_order_that_has_run_out_is_not_registered() {
        gateway = gateway(ORDER.expires(), Duration.ofSeconds(10));

        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayRefused.class);

        assertThat(p24.calls).isEmpty();
    }

    @Test
    void a_paid_order_is_verified_and_then_the_gmina_s() throws Exception {
        ObjectNode paid = p24.pay("order-1", 3250);

        assertThat(gateway.ask(ORDER, "order-1"))
                .isEqualTo(new Standing(State.CONFIRMED, Money.of("32.50"), Optional.empty()));
        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.CONFIRMED);

        assertThat(p24.calls("PUT")).isEqualTo(1);
        assertThat(paid.path("status").asInt()).isEqualTo(2);
    }

    @Test
    void a_verification_whose_answer_was_lost_is_found_the_next_time() throws Exception {
        p24.pay("order-1", 3250);
        p24.trouble("PUT", Trouble.FAILS_AFTERWARDS);

        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_payment_that_is_not_verified_is_not_confirmed() {
        p24.pay("order-1", 3250);
        p24.trouble("PUT", Trouble.FAILS);

        assertThatThrownBy(() -> gateway.ask(ORDER, "order-1")).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void another_amount_is_not_verified() throws Exception {
        p24.pay("order-1", 3249);

        assertThat(gateway.ask(ORDER, "order-1"))
                .isEqualTo(new Standing(State.PAID, Money.of("32.49"), Optional.empty()));

        assertThat(p24.calls("PUT")).isZero();
    }

    @Test
    void another_currency_is_not_understood() {
        p24.pay("order-1", 3250).put("currency", "EUR");

        assertThatThrownBy(() -> gateway.ask(ORDER, "order-1")).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void what_nobody_began_to_pay_is_open_until_a_day_past_its_end() throws Exception {
        assertThat(gateway.ask(ORDER, "").state()).isEqualTo(State.UNKNOWN);
        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.OPEN);
        gateway = gateway(ORDER.expires().plus(Duration.ofHours(23)), Duration.ofSeconds(10));
        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.OPEN);
        gateway = gateway(ORDER.expires().plus(Duration.ofHours(25)), Duration.ofSeconds(10));
        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.FAILED);
    }

    @Test
    void a_refund_is_given_once_even_if_its_answer_was_lost() throws Exception {
        p24.pay("order-1", 3250).put("status", 2);
        p24.trouble("POST /api/v1/transaction/refund", Trouble.FAILS_AFTERWARDS);
        assertThatThrownBy(() -> gateway.refund(ORDER, "order-1", REFUND)).isInstanceOf(GatewayUnavailable.class);

        assertThat(gateway.refund(ORDER, "order-1", REFUND)).isEqualTo(Refunding.PENDING);

        assertThat(p24.refunds).singleElement().satisfies(line -> {
            assertThat(line.path("requestId").asText()).isEqualTo("0b7f3c2e111142228333444455556666");
            assertThat(line.path("description").asText()).hasSize(35);
        });
        assertThat(gateway.ask(ORDER, "order-1").state()).isEqualTo(State.CONFIRMED);
        p24.refunds.get(0).put("status", 1);
        assertThat(gateway.refund(ORDER, "order-1", REFUND)).isEqualTo(Refunding.DONE);
        assertThat(gateway.ask(ORDER, "order-1"))
                .isEqualTo(new Standing(State.REFUNDED, Money.of("12.50"), Optional.empty()));
    }

    @Test
    void an_empty_account_gives_back_tomorrow_and_too_much_never() {
        p24.pay("order-1", 3250).put("status", 2);
        p24.refusal = "Insufficient funds available";
        assertThatThrownBy(() -> gateway.refund(ORDER, "order-1", REFUND)).isInstanceOf(GatewayUnavailable.class);

        p24.refusal = "The amount of refund exceeds available amount for the transaction";
        assertThatThrownBy(() -> gateway.refund(ORDER, "order-1", REFUND)).isInstanceOf(GatewayRefused.class);
    }
}
