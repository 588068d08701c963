package pl.otwartagmina.integration.sandboxbank.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.gateway.Standing.State;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.testing.database.TestDatabase;

@Timeout(60)
class AttacksTest {
    private static final String BODY = "{\"event\":\"SB1:CONFIRMED\",\"merchant\":\"gmina\",\"order\":\"order-1\","
            + "\"reference\":\"SB1\",\"state\":\"CONFIRMED\",\"amount\":3250,\"currency\":\"PLN\"}";

    @TempDir
    private Path data;

    private interface Act {
        void on(Scene scene) throws Exception;
    }

    private void scene(boolean testApi, Act act) throws Exception {
        try (TestDatabase database = TestDatabase.empty(Product.DERBY);
                Scene scene = new Scene(database, data, testApi)) {
            act.on(scene);
        }
    }

    private static Notification sent(String body, String... signatures) {
        return new Notification(
                Map.of("Sandbox-Bank-Signature", List.of(signatures)),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1");
    }

    private static void notBelieved(Scene scene, Notification notification) {
        assertThatThrownBy(() -> scene.gateway.read(notification)).isInstanceOf(NotBelieved.class);
    }

    @Test
    void only_what_the_bank_signed_is_believed() throws Exception {
        scene(false, scene -> {
            String right = scene.agreement.sign(BODY.getBytes(StandardCharsets.UTF_8));
            assertThat(scene.gateway.read(sent(BODY, right)).standing())
                    .isEqualTo(new Standing(State.CONFIRMED, Money.of("32.50"), Optional.empty()));

            notBelieved(scene, sent(BODY));
            notBelieved(scene, sent(BODY, right, right));
            notBelieved(scene, sent(BODY, ""));
            notBelieved(scene, sent(BODY, right.substring(2)));
            notBelieved(scene, sent(BODY + " ", right));
            notBelieved(scene, sent(BODY.replace("3250", "9250"), right));
            Agreement other = new Agreement("demo", data.resolve("other"), "http://127.0.0.1/", false);
            notBelieved(scene, sent(BODY, other.sign(BODY.getBytes(StandardCharsets.UTF_8))));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"event\":\"a\"} {}",
            })
    void what_it_signed_must_be_understood(String body) throws Exception {
        scene(false, scene -> notBelieved(scene, sent(body, sign(scene, body))));
    }

    @Test
    void and_be_for_the_gmina_in_zloty_and_say_everything_once() throws Exception {
        scene(false, scene -> {
            for (String body : List.of(
                    BODY.replace("gmina", "sklep"),
                    BODY.replace("PLN", "EUR"),
                    BODY.replace("3250", "-1"),
                    BODY.replace("3250", "\"3250\""),
                    BODY.replace("CONFIRMED\",\"amount", "PAID\",\"amount"),
                    BODY.replace("\"amount\":", "\"amount\":1,\"amount\":"),
                    BODY + " ".repeat(64 * 1024))) {
                notBelieved(scene, sent(body, sign(scene, body)));
            }
        });
    }

    private static String sign(Scene scene, String body) {
        return scene.agreement.sign(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_bank_answers_only_programs_that_it_knows() throws Exception {
        scene(true, scene -> {
            URI orders = URI.create(scene.address("sandbox-bank/api/orders/order-1"));
            assertThat(scene.get(orders).statusCode()).isEqualTo(401);
            assertThat(scene.send(HttpRequest.newBuilder(orders)
                                    .header("Authorization", "Bearer none")
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(scene.send(HttpRequest.newBuilder(URI.create(scene.address("sandbox-bank/api/orders")))
                                    .header("Authorization", scene.agreement.bearer())
                                    .POST(BodyPublishers.ofString("x".repeat(70_000)))
                                    .build())
                            .statusCode())
                    .isEqualTo(413);
        });
    }

    @Test
    void the_test_api_is_for_programs_on_this_machine() throws Exception {
        scene(true, scene -> {
            scene.gateway.open(scene.order("order-1"));
            String path = "orders/order-1/pay";
            assertThat(scene.test(path, "{}", "Origin", "https://evil.example").statusCode())
                    .isEqualTo(404);
            assertThat(scene.test(path, "{}", "X-Forwarded-For", "203.0.113.7").statusCode())
                    .isEqualTo(404);
            assertThat(scene.test(path, "{}", "Forwarded", "for=203.0.113.7").statusCode())
                    .isEqualTo(404);
            URI form = URI.create(scene.address("sandbox-bank/test/" + path));
            assertThat(scene.submit(form, Map.of()).statusCode()).isEqualTo(404);
            assertThat(scene.bank.find("order-1").orElseThrow().state()).isEqualTo(Entry.State.OPEN);
            assertThat(scene.test(path, "{}").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void and_only_where_it_is_allowed() throws Exception {
        scene(false, scene -> {
            assertThat(scene.test("ledger", "").statusCode()).isEqualTo(404);
            assertThat(scene.test("orders/order-1/pay", "{}").statusCode()).isEqualTo(404);
        });
    }

    @Test
    void there_is_no_such_bank_outside_the_demo() {
        for (String profile : List.of("production", "null", "")) {
            assertThatThrownBy(() -> new Agreement(profile, data, "http://127.0.0.1/", true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("demo profile only");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void the_key_is_made_once_for_the_owner_s_eyes_only() throws IOException {
        Agreement first = new Agreement("demo", data, "http://127.0.0.1/", false);
        Agreement second = new Agreement("demo", data, "http://127.0.0.1/", false);

        assertThat(second.bearer()).isEqualTo(first.bearer());
        Path key = data.resolve("secrets/sandbox-bank.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }
}
