package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The simulated bank in the container, seen by a payer and by the gmina's programs. */
@RunningPortal
class SandboxBankIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @AtBothWidths
    void a_payer_pays_by_blik_and_comes_back(int width, PortalProcess portal, Browser browser) throws Exception {
        String id = UUID.randomUUID().toString();
        Visitor visitor = browser.visitor(width).opens(register(portal, id));
        List<String> findings = new ArrayList<>();
        AccessibilityIT.judge(visitor, "the page of the bank", findings);
        assertThat(visitor.heading()).hasText(Pattern.compile("Płatność 1\\s234,50\\szł"));

        pay(visitor).click();
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasText("Wybierz BLIK albo swój bank.");
        visitor.page().getByLabel("BLIK", exact()).check();
        visitor.page().getByLabel("Kod BLIK").fill("111121");
        visitor.page().getByText("Ustawienia próby").click();
        pay(visitor).click();
        assertThat(visitor.page().getByLabel("Kod BLIK")).hasAttribute("aria-invalid", "true");
        AccessibilityIT.judge(visitor, "the page with a fault", findings);
        visitor.page().getByLabel("Kod BLIK").fill("777 123");
        pay(visitor).click();

        visitor.page().waitForURL(portal.url("/pomoc"));
        assertThat(findings).isEmpty();
        assertThat(get(portal, "test/orders/" + id + "/log")).contains("CONFIRMED, paid by blik");
    }

    @Test
    void the_bank_knows_what_was_paid_after_the_module_was_away(PortalProcess portal) throws Exception {
        String id = UUID.randomUUID().toString();
        register(portal, id);
        assertThat(post(portal, "test/orders/" + id + "/pay", "", "{}").statusCode())
                .isEqualTo(200);

        portal.operator("module:disable sandbox-bank");
        portal.operator("module:enable sandbox-bank");

        Until.holds("the bank is back", Duration.ofSeconds(20), () -> get(portal, "test/ledger")
                .contains("\"order\":\"" + id + "\""));
        assertThat(get(portal, "test/ledger"))
                .containsPattern("\"order\":\"" + id
                        + "\",\"reference\":\"SB\\d{10}\",\"state\":\"CONFIRMED\",\"amount\":123450");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator pay(Visitor visitor) {
        return visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać"));
    }

    /** Registers an order as the gmina's programs do; the path of its page. */
    private String register(PortalProcess portal, String id) throws Exception {
        String order = "{\"order\":\"%s\",\"title\":\"Podatek od nieruchomości 2026\",\"language\":\"pl\","
                + "\"back\":\"%s\",\"notify\":\"%s\",\"expires\":\"%s\","
                + "\"shares\":[{\"account\":\"61109010140000071219812874\",\"amount\":123450,"
                + "\"title\":\"Podatek od nieruchomości\"}]}";
        HttpResponse<String> answer = post(
                portal,
                "api/orders",
                bearer(portal),
                String.format(
                        order,
                        id,
                        portal.url("/pomoc"),
                        portal.url("/nowhere"),
                        Instant.now().plus(Duration.ofMinutes(15))));
        assertThat(answer.statusCode()).isEqualTo(201);
        Matcher page = Pattern.compile("\"page\":\"(pay/[^\"]+)\"").matcher(answer.body());
        assertThat(page.find()).isTrue();
        return "/sandbox-bank/" + page.group(1);
    }

    private static String bearer(PortalProcess portal) throws IOException, GeneralSecurityException {
        String key = Files.readString(portal.data().resolve("data/secrets/sandbox-bank.key"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.strip()), "HmacSHA256"));
        return "Bearer " + HexFormat.of().formatHex(mac.doFinal("api".getBytes(StandardCharsets.UTF_8)));
    }

    private String get(PortalProcess portal, String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(portal.url("/sandbox-bank/" + path)))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpResponse<String> post(PortalProcess portal, String path, String bearer, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url("/sandbox-bank/" + path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
