package pl.otwartagmina.integration.sandboxbank.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.Checkout;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
@Timeout(60)
class BankTest {
    private static final Map<String, String> BLIK = Map.of("way", "blik", "code", "123 456", "act", "pay");
    private static final Money WHOLE = Money.of("1234.50");

    private final Scene scene;
    private final Order order;

    BankTest(Database database, @TempDir Path data) throws Exception {
        scene = new Scene(database, data, true);
        order = scene.order("order-1");
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    private Entry entry() {
        return scene.bank.find("order-1").orElseThrow();
    }

    private State asked() throws GatewayUnavailable {
        return scene.gateway.ask(order, "").state();
    }

    private void pay(Trial trial) throws Exception {
        scene.gateway.open(order);
        assertThat(scene.bank.settle(entry(), true, "by a test", trial)).isTrue();
        scene.bank.deliver();
    }

    @Test
    void a_payer_goes_there_pays_and_comes_back_and_the_portal_hears_of_it() throws Exception {
        Checkout checkout = scene.gateway.open(order);
        assertThat(checkout.page().toString()).startsWith(scene.address("sandbox-bank/pay/"));
        assertThat(asked()).isEqualTo(State.OPEN);

        HttpResponse<String> paid = scene.submit(checkout.page(), BLIK);

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains(order.back().toString());
        Standing confirmed = new Standing(State.CONFIRMED, WHOLE, Optional.of(scene.now));
        assertThat(scene.gateway.ask(order, checkout.reference())).isEqualTo(confirmed);
        scene.bank.deliver();
        assertThat(scene.notices())
                .containsExactly(
                        new Notice(checkout.reference() + ":CONFIRMED", "order-1", checkout.reference(), confirmed));
        assertThat(scene.bank.log("order-1"))
                .containsExactly("registered, 1234.50 PLN", "CONFIRMED, paid by blik", "notified, answer 200");
    }

    @Test
    void a_payer_who_refuses_pays_nothing() throws Exception {
        Checkout checkout = scene.gateway.open(order);

        scene.submit(checkout.page(), Map.of("act", "reject"));

        assertThat(asked()).isEqualTo(State.FAILED);
        assertThat(scene.submit(checkout.page(), BLIK).body()).contains("Ta płatność jest zakończona");
        assertThat(asked()).isEqualTo(State.FAILED);
    }

    @Test
    void the_same_order_has_one_page_and_a_paid_one_sends_the_payer_back() throws Exception {
        Checkout checkout = scene.gateway.open(order);
        assertThat(scene.gateway.open(order)).isEqualTo(checkout);

        scene.submit(checkout.page(), BLIK);

        assertThat(scene.gateway.open(order)).isEqualTo(new Checkout(checkout.reference(), order.back()));
    }

    @Test
    void an_id_stands_for_one_order_for_ever() throws Exception {
        scene.gateway.open(order);
        Order other = scene.order("order-1", "Inna", new Order.Share(Scene.TAXES, Money.of("1.00"), "Inna"));

        assertThatThrownBy(() -> scene.gateway.open(other)).isInstanceOf(GatewayRefused.class);
    }

    @Test
    void an_order_is_paid_once_however_many_pay_it() throws Exception {
        scene.gateway.open(order);
        Entry open = entry();

        long paid = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> scene.bank.settle(open, true, "by a test", Trial.NONE)))
                .limit(8)
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(paid).isEqualTo(1);
        scene.bank.deliver();
        assertThat(scene.received).hasSize(1);
    }

    @Test
    void an_order_that_nobody_paid_runs_out() throws Exception {
        Checkout checkout = scene.gateway.open(order);
        scene.pass(Duration.ofMinutes(15));
        assertThat(scene.submit(checkout.page(), BLIK).headers().firstValue("Location"))
                .contains("?lang=pl");

        scene.bank.expire();
        scene.bank.deliver();

        assertThat(asked()).isEqualTo(State.FAILED);
        assertThat(scene.notices())
                .extracting(notice -> notice.standing().state())
                .containsExactly(State.FAILED);
    }

    @Test
    void what_is_not_there_is_unknown() throws Exception {
        assertThat(asked()).isEqualTo(State.UNKNOWN);
        assertThat(scene.get(URI.create(scene.address("sandbox-bank/pay/none"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_portal_that_does_not_answer_is_notified_again_with_growing_pauses() throws Exception {
        scene.answer = 500;
        pay(Trial.NONE);
        scene.bank.deliver();
        assertThat(scene.received).hasSize(1);

        scene.pass(Duration.ofSeconds(1));
        scene.bank.deliver();
        scene.pass(Duration.ofSeconds(1));
        scene.bank.deliver();
        assertThat(scene.received).hasSize(2);

        scene.answer = 200;
        scene.pass(Duration.ofSeconds(1));
        scene.bank.deliver();
        scene.pass(Duration.ofHours(1));
        scene.bank.deliver();
        assertThat(scene.notices()).hasSize(3).containsOnly(scene.notices().get(0));
    }

    @Test
    void after_fifteen_times_the_bank_gives_up() throws Exception {
        scene.answer = 500;
        pay(Trial.NONE);
        for (int again = 0; again < 20; again++) {
            scene.pass(Duration.ofMinutes(5));
            scene.bank.deliver();
        }

        assertThat(scene.received).hasSize(15);
        assertThat(asked()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_lost_notification_never_comes() throws Exception {
        pay(new Trial(0, true, 2, true, 0));
        scene.pass(Duration.ofHours(1));
        scene.bank.deliver();

        assertThat(scene.received).isEmpty();
        assertThat(asked()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_late_one_comes_after_the_order_s_end() throws Exception {
        pay(new Trial(3600, false, 1, false, 0));
        scene.pass(Duration.ofMinutes(59));
        scene.bank.deliver();
        assertThat(scene.received).isEmpty();

        scene.pass(Duration.ofMinutes(1));
        scene.bank.deliver();
        assertThat(scene.notices()).hasSize(1);
    }

    @Test
    void copies_are_the_same_event_and_an_earlier_one_may_come_last() throws Exception {
        pay(new Trial(0, false, 2, true, 0));
        for (int second = 0; second < 4; second++) {
            scene.pass(Duration.ofSeconds(1));
            scene.bank.deliver();
        }

        assertThat(scene.notices())
                .extracting(notice -> notice.standing().state())
                .containsExactly(State.CONFIRMED, State.CONFIRMED, State.PENDING, State.PENDING);
        assertThat(scene.notices().stream().distinct()).hasSize(2);
    }

    @Test
    void a_bank_that_is_told_to_fails_when_it_is_asked() throws Exception {
        pay(new Trial(0, false, 1, false, 2));

        assertThatThrownBy(this::asked).isInstanceOf(GatewayUnavailable.class);
        assertThatThrownBy(this::asked).isInstanceOf(GatewayUnavailable.class);
        assertThat(asked()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_bank_that_was_killed_knows_what_was_paid_and_whom_it_has_not_told() throws Exception {
        scene.gateway.open(order);
        scene.bank.settle(entry(), true, "by a test", Trial.NONE);
        scene.unit.sql(connection -> {
            Mailbag.Due due = Mailbag.due(connection, scene.now, 1).get(0);
            return Mailbag.claim(connection, due, scene.now.plusSeconds(300));
        });

        scene.restart();

        assertThat(asked()).isEqualTo(State.CONFIRMED);
        scene.bank.deliver();
        assertThat(scene.received).isEmpty();
        scene.pass(Duration.ofMinutes(5));
        scene.bank.deliver();
        assertThat(scene.notices()).hasSize(1);
    }

    @Test
    void money_goes_back_once_per_refund_and_never_more_than_was_paid() throws Exception {
        pay(Trial.NONE);
        Refund some = new Refund("r-1", Money.of("1000.00"), "Nadpłata");

        assertThat(scene.gateway.refund(order, "", some)).isEqualTo(Refunding.DONE);
        assertThat(scene.gateway.refund(order, "", some)).isEqualTo(Refunding.DONE);

        assertThat(scene.gateway.ask(order, ""))
                .extracting(Standing::state, Standing::amount)
                .containsExactly(State.REFUNDED, Money.of("1000.00"));
        assertThatThrownBy(() -> scene.gateway.refund(order, "", new Refund("r-1", Money.of("1.00"), "x")))
                .isInstanceOf(GatewayRefused.class);
        assertThatThrownBy(() -> scene.gateway.refund(order, "", new Refund("r-2", Money.of("234.51"), "x")))
                .isInstanceOf(GatewayRefused.class);
        assertThat(scene.gateway.refund(order, "", new Refund("r-3", Money.of("234.50"), "x")))
                .isEqualTo(Refunding.DONE);
        scene.bank.deliver();
        assertThat(scene.notices())
                .filteredOn(notice -> notice.standing().state() == State.REFUNDED)
                .extracting(notice -> notice.standing().amount())
                .containsExactlyInAnyOrder(Money.of("1000.00"), Money.of("234.50"));
        assertThat(scene.notices()).extracting(Notice::event).doesNotHaveDuplicates();
    }

    @Test
    void what_was_not_paid_does_not_go_back() throws Exception {
        scene.gateway.open(order);
        Refund refund = new Refund("r-1", Money.of("1.00"), "x");

        assertThatThrownBy(() -> scene.gateway.refund(order, "", refund)).isInstanceOf(GatewayRefused.class);
        assertThatThrownBy(() -> scene.gateway.refund(scene.order("order-2"), "", refund))
                .isInstanceOf(GatewayRefused.class);
    }

    @Test
    void a_program_on_this_machine_pays_and_reads_the_books() throws Exception {
        String reference = scene.gateway.open(order).reference();

        assertThat(scene.test("orders/order-1/pay", "{\"copies\":2}").body()).isEqualTo("{\"state\":\"CONFIRMED\"}");

        assertThat(scene.test("orders/order-1/pay", "{}").statusCode()).isEqualTo(409);
        assertThat(scene.test("orders/order-9/pay", "{}").statusCode()).isEqualTo(404);
        assertThat(scene.test("orders/order-1/pay", "{\"copies\":99}").statusCode())
                .isEqualTo(400);
        assertThat(scene.test("ledger", "").body())
                .isEqualTo("{\"orders\":[{\"order\":\"order-1\",\"reference\":\"" + reference
                        + "\",\"state\":\"CONFIRMED\",\"amount\":123450,\"currency\":\"PLN\",\"refunded\":0,"
                        + "\"at\":\"2026-11-22T12:00:00Z\",\"nr\":1,\"shares\":[{\"account\":\"" + Scene.TAXES.digits()
                        + "\",\"amount\":120050},{\"account\":\"" + Scene.WASTE.digits() + "\",\"amount\":3400}]}]}");
        assertThat(scene.test("ledger?after=1", "").body()).isEqualTo("{\"orders\":[]}");
        assertThat(scene.test("orders/order-1/log", "").body()).contains("CONFIRMED, by a test");
    }

    @Test
    void pages_are_in_three_languages_and_run_nothing() throws Exception {
        Order sly = scene.order(
                "order-2", "<script>alert(1)</script>", new Order.Share(Scene.TAXES, Money.of("1.00"), "x"));
        URI page = scene.gateway.open(sly).page();

        HttpResponse<String> polish = scene.get(page);

        assertThat(polish.body())
                .contains(
                        "Płatność 1,00&nbsp;zł",
                        "Gmina Modrzewiny",
                        "&lt;script&gt;",
                        "<html lang=\"pl\"",
                        "Symulacja.")
                .doesNotContain("<script");
        assertThat(polish.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' https://portal.example");
        assertThat(scene.get(URI.create(page + "?lang=uk")).body()).contains("Як ви хочете заплатити?");
        assertThat(scene.get(URI.create(page + "?lang=en")).body()).contains("How do you want to pay?");
        assertThat(scene.get(URI.create(scene.address("sandbox-bank/style.css")))
                        .body())
                .contains(".simulation");
        assertThat(scene.gateway.name(Locale.forLanguageTag("de"))).isEqualTo("Bank na próbę (symulacja)");
    }

    @Test
    void whatever_is_missing_is_said_and_what_was_chosen_stays() throws Exception {
        URI page = scene.gateway.open(order).page();

        assertThat(scene.submit(page, Map.of("act", "pay")).body()).contains("Wybierz BLIK albo swój bank.");
        assertThat(scene.submit(page, Map.of("act", "pay", "way", "blik", "code", "12345", "lost", "yes"))
                        .body())
                .contains("Wpisz kod BLIK", "value=\"12345\"", "aria-invalid=\"true\"", "value=\"yes\" checked");
        assertThat(scene.submit(page, Map.of("act", "pay", "way", "blik", "code", "111121"))
                        .body())
                .contains("Ten kod BLIK jest błędny");
        assertThat(scene.submit(page, Map.of("act", "pay", "way", "blik", "code", "111122"))
                        .body())
                .contains("stracił ważność");
        assertThat(scene.submit(page, Map.of("act", "pay", "way", "elsewhere")).statusCode())
                .isEqualTo(200);
        assertThat(asked()).isEqualTo(State.OPEN);
        assertThat(scene.submit(page, Map.of("act", "pay", "way", "granit")).statusCode())
                .isEqualTo(303);
    }
}
