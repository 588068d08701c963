package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.otwartagmina.tests.Command.Answer;

/** A portal made with {@code --profile production}, asked as a proxy with TLS would ask it. */
@RunningPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionIT {
    private final PortalProcess portal = PortalProcess.start(PortalExtension.dataFolder(), "--profile", "production");

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    void cookies_go_over_https_only_and_the_browser_stays_with_https() throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url("/")))
                                .header("X-Forwarded-Proto", "https")
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-portal=")
                .contains("; Path=/")
                .doesNotContain("Domain")
                .contains("; Secure")
                .contains("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void only_this_machine_reaches_it_unless_the_operator_opens_it() {
        assertThat(Listeners.of(portal.pid()).all()).allMatch(Listeners.Address::isLoopback);
    }

    @Test
    void no_account_and_no_service_is_there_before_somebody_makes_it(Browser browser) {
        assertThat(portal.said()).doesNotContain("Demo account").contains("Console account, shown only now");
        assertThat(portal.operator("module:list")).contains("| disabled").doesNotContain("| enabled");

        Visitor visitor = browser.visitor(portal, Visitor.DESK).opens("/logowanie");
        assertThat(visitor.heading()).hasText("Logowanie");
        visitor.fillsIn();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().getByText("hasło są nieprawidłowe").first()).isVisible();
        assertThat(portal.operator("identity:user ''")).contains("No account begins so.");
    }

    @Test
    void nobody_pays_at_a_bank_that_moves_no_money() throws IOException, InterruptedException {
        Path settings = portal.data().resolve("etc/pl.otwartagmina.sandboxbank.cfg");
        Files.writeString(settings, "baseUrl = " + portal.url("/") + "\ntestApi = true\n");

        Until.holds("the settings are read", Duration.ofSeconds(30), () -> {
            portal.console("module:disable sandbox-bank");
            return portal.console("module:enable sandbox-bank").exit() != 0;
        });
        Answer enabled = portal.console("module:enable sandbox-bank");

        Files.delete(settings);
        assertThat(enabled.exit()).isNotZero();
        assertThat(enabled.text()).contains("demo profile only");
        assertThat(portal.operator("module:list")).doesNotContain("| enabled");
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(portal.url("/sandbox-bank/test/ledger")))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .doesNotContain("\"orders\"");
    }
}
