package pl.otwartagmina.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ConversationTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    ConversationTest() throws IOException {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Answer call(Duration limit, HttpHandler handler) throws IOException {
        server.createContext("/", handler);
        URI base = OutsideSystem.address(
                "test", "http://127.0.0.1:" + server.getAddress().getPort());
        return new OutsideSystem(base, limit).begin().call("GET", "a/b?c=d", Map.of(), Optional.empty());
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws IOException {
        Answer answer = call(Duration.ofSeconds(10), exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).contains("/elsewhere");
    }

    @Test
    void an_endless_answer_is_cut_off() {
        assertThatThrownBy(() -> call(Duration.ofSeconds(10), exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream body = exchange.getResponseBody()) {
                        while (true) {
                            body.write(new byte[8192]);
                        }
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for() {
        assertThatThrownBy(() -> call(Duration.ofMillis(300), exchange -> waitForEnd()))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer in time");
    }

    @Test
    void a_server_that_stops_in_the_middle_of_its_answer_is_not_waited_for() {
        assertThatThrownBy(() -> call(Duration.ofMillis(300), exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    waitForEnd();
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer in time");
    }

    private void waitForEnd() {
        try {
            end.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://secure.payu.com",
                "ftp://127.0.0.1",
                "https://user:word@secure.payu.com",
                "https:///x",
                "/x",
                "https://secure.payu.com/?a=b",
                "http://127.0.0.1.example.org/"
            })
    void secrets_go_over_https_only(String address) {
        assertThatThrownBy(() -> OutsideSystem.address("baseUrl", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://secure.payu.com", "http://127.0.0.1:8080/", "http://localhost", "http://[::1]:81"})
    void or_stay_on_this_machine(String address) {
        assertThat(OutsideSystem.address("baseUrl", address).toString()).endsWith("/");
    }
}
