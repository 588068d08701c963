package pl.otwartagmina.integration.payu.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.integration.payu.internal.FakePayU.Trouble;

@Timeout(30)
class PayUPaymentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Nrb ACCOUNT = new Nrb("61109010140000071219812874");
    private static final String CREATE = "POST /api/v2_1/orders";

    private final FakePayU payu = new FakePayU();
    private PayUPayments gateway = gateway(NOW, Duration.ofSeconds(10));

    PayUPaymentsTest() throws IOException {}

    @AfterEach
    void stop() {
        payu.close();
    }

    private PayUPayments gateway(Instant now, Duration limit) {
        return new PayUPayments(payu.pos(limit), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Order order(String id, String title, Optional<String> payer) {
        return new Order(
                id,
                title,
                List.of(new Order.Share(ACCOUNT, Money.of("32.50"), "Karta 240000021")),
                payer,
                "203.0.113.7",
                Locale.forLanguageTag("uk"),
                URI.create("https://portal.example/e/payments/back/1"),
                URI.create("https://portal.example/api/payments/notify/payu"),
                NOW.plusSeconds(900));
    }

    private static final Order ORDER = order("order-1", "Podatek od nieruchomości", Optional.of("anna@poczta.pl"));

    @Test
    void an_order_is_sent_as_payu_wants_it_and_its_redirect_is_not_followed() throws Exception {
        Checkout checkout = gateway.open(ORDER);

        assertThat(checkout.reference()).isEqualTo("PAYU1");
        assertThat(checkout.page()).isEqualTo(URI.create("https://merch-prod.snd.payu.com/pay/?orderId=PAYU1&token=x"));
        assertThat(payu.created)
                .singleElement()
                .hasToString(
                        "{\"extOrderId\":\"order-1\",\"merchantPosId\":\"300746\",\"customerIp\":\"203.0.113.7\",\"description\":\"Podatek"
                                + " od nieruchomości\",\"currencyCode\":\"PLN\","
                                + "\"totalAmount\":\"3250\",\"validityTime\":\"900\","
                                + "\"continueUrl\":\"https://portal.example/e/payments/back/1\","
                                + "\"notifyUrl\":\"https://portal.example/api/payments/notify/payu\","
                                + "\"buyer\":{\"email\":\"anna@poczta.pl\",\"language\":\"uk\"},\"products\":[{\"name\":\"Podatek"
                                + " od nieruchomości\",\"unitPrice\":\"3250\",\"quantity\":\"1\"}]}");
    }

    @Test
    void a_payer_without_an_address_is_no_buyer() throws Exception {
        gateway.open(order("order-2", "Podatek", Optional.empty()));

        assertThat(payu.created.get(0).has("buyer")).isFalse();
    }

    @Test
    void the_same_order_is_opened_once() throws Exception {
        assertThat(gateway.open(ORDER)).isEqualTo(gateway.open(ORDER));

        assertThat(payu.calls(CREATE)).isEqualTo(1);
    }

    @Test
    void an_order_whose_answer_was_lost_is_ended_there_so_that_nobody_pays_it_unseen() {
        payu.trouble(CREATE, Trouble.FAILS_AFTERWARDS);
        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayUnavailable.class);

        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayRefused.class);

        assertThat(payu.orders).hasSize(1);
        assertThat(payu.only().path("status").asText()).isEqualTo("CANCELED");
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "COMPLETED", "WAITING_FOR_CONFIRMATION"})
    void an_order_that_was_paid_meanwhile_sends_the_payer_back(String status) throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", status);

        Checkout again = gateway(NOW, Duration.ofSeconds(10)).open(ORDER);

        assertThat(again).isEqualTo(new Checkout("PAYU1", ORDER.back()));
        assertThat(payu.only().path("status").asText()).isEqualTo(status);
    }

    @Test
    void what_payu_refuses_is_refused_without_its_words_about_people() {
        assertThatThrownBy(() -> gateway.open(order("order-3", "odmowa", Optional.empty())))
                .isInstanceOf(GatewayRefused.class)
                .hasMessage("PayU will not take the order: 400 ERROR_VALUE_INVALID");
    }

    @Test
    void an_order_that_has_run_out_is_not_sent() {
        gateway = gateway(ORDER.expires(), Duration.ofSeconds(10));

        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayRefused.class);

        assertThat(payu.created).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"FAILS", "HANGS", "JUNK"})
    void a_bad_day_of_payu_is_no_refusal(Trouble trouble) {
        gateway = gateway(NOW, Duration.ofMillis(700));
        payu.trouble(CREATE, trouble);

        assertThatThrownBy(() -> gateway.open(ORDER)).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void the_token_is_kept_until_shortly_before_it_ends() throws Exception {
        gateway.open(ORDER);
        gateway.ask(ORDER, "PAYU1");
        assertThat(payu.calls("POST /pl/standard")).isEqualTo(1);
    }

    @Test
    void a_token_that_payu_forgot_is_renewed_once() throws Exception {
        gateway.open(ORDER);
        payu.trouble("GET", Trouble.FORGETS_TOKENS);

        assertThat(gateway.ask(ORDER, "PAYU1").state()).isEqualTo(State.OPEN);

        assertThat(payu.calls("POST /pl/standard")).isEqualTo(2);
    }

    @Test
    void who_is_not_let_in_does_not_try_for_ever() throws Exception {
        gateway.open(ORDER);
        payu.trouble("GET", Trouble.FORGETS_TOKENS);
        payu.trouble("GET", Trouble.FORGETS_TOKENS);

        assertThatThrownBy(() -> gateway.ask(ORDER, "PAYU1")).isInstanceOf(GatewayUnavailable.class);

        assertThat(payu.calls("GET")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"NEW,OPEN", "PENDING,PENDING", "COMPLETED,CONFIRMED", "CANCELED,FAILED", "REJECTED,FAILED"})
    void every_status_has_its_state(String status, State state) throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", status);

        assertThat(gateway.ask(ORDER, "PAYU1").state()).isEqualTo(state);
        assertThat(gateway.ask(ORDER, "").amount()).isEqualTo(Money.of("32.50"));
    }

    @Test
    void a_payment_that_waits_is_taken() throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", "WAITING_FOR_CONFIRMATION");

        assertThat(gateway.ask(ORDER, "PAYU1").state()).isEqualTo(State.CONFIRMED);
        assertThat(payu.calls("PUT /api/v2_1/orders/PAYU1/status")).isEqualTo(1);
    }

    @Test
    void another_amount_that_waits_is_not_taken() throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", "WAITING_FOR_CONFIRMATION").put("totalAmount", "1");

        assertThat(gateway.ask(ORDER, "PAYU1").state()).isEqualTo(State.PAID);
        assertThat(gateway.ask(ORDER, "PAYU1").amount()).isEqualTo(Money.of("0.01"));
        assertThat(payu.calls("PUT")).isZero();
    }

    @Test
    void another_currency_is_not_understood() throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", "COMPLETED").put("currencyCode", "EUR");

        assertThatThrownBy(() -> gateway.ask(ORDER, "PAYU1")).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void an_order_that_payu_does_not_know_is_unknown() throws Exception {
        assertThat(gateway.ask(ORDER, "").state()).isEqualTo(State.UNKNOWN);
        assertThat(gateway.ask(ORDER, "PAYU9").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void the_number_of_another_order_is_no_answer() throws Exception {
        gateway.open(ORDER);
        Order other = order("order-2", "Inny", Optional.empty());

        assertThatThrownBy(() -> gateway.ask(other, "PAYU1")).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void a_refund_is_given_once_even_if_its_answer_was_lost() throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", "COMPLETED");
        Refund refund = new Refund("0b7f3c2e-1111-4222-8333-444455556666", Money.of("12.50"), "Nadpłata");
        payu.trouble("POST /api/v2_1/orders/PAYU1/refunds", Trouble.FAILS_AFTERWARDS);
        assertThatThrownBy(() -> gateway.refund(ORDER, "PAYU1", refund)).isInstanceOf(GatewayUnavailable.class);

        assertThat(gateway.refund(ORDER, "PAYU1", refund)).isEqualTo(Refunding.PENDING);

        assertThat(payu.refunds("PAYU1")).singleElement().satisfies(sent -> {
            assertThat(sent.path("amount").asText()).isEqualTo("1250");
            assertThat(sent.path("extRefundId").asText()).isEqualTo(refund.id());
        });
        payu.refunds("PAYU1").get(0).put("status", "FINALIZED");
        assertThat(gateway.refund(ORDER, "PAYU1", refund)).isEqualTo(Refunding.DONE);
        assertThat(gateway.ask(ORDER, "PAYU1").state()).isEqualTo(State.REFUNDED);
        assertThat(gateway.ask(ORDER, "PAYU1").amount()).isEqualTo(Money.of("12.50"));
    }

    @Test
    void more_than_was_paid_is_not_given_back() throws Exception {
        gateway.open(ORDER);
        payu.only().put("status", "COMPLETED");

        assertThatThrownBy(() -> gateway.refund(ORDER, "PAYU1", new Refund("a", Money.of("5000.00"), "x")))
                .isInstanceOf(GatewayRefused.class);
    }
}
