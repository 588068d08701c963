package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Mandates that a clerk enters, with the document that proves them. */
@RunningPortal
class MandatesIT {
    private static final byte[] PDF = "%PDF-1.7\n% a mandate".getBytes(StandardCharsets.US_ASCII);

    @AtBothWidths
    void the_scan_of_the_document_is_for_both_sides_and_a_wrong_file_loses_nothing(
            int width, Browser browser, PortalProcess portal) throws IOException {
        String agent = portal.newResident();
        Counter counter = Counter.open(browser, portal).verifies(agent);
        Visitor clerk = counter.clerk();
        clerk.page().setViewportSize(width, 900);
        counter.looksForAgent(agent).fillsIn("Tartak Modrzew", "8567346215", Optional.empty());

        send(clerk, "wirus.pdf", "MZ no document".getBytes(StandardCharsets.US_ASCII));
        assertThat(clerk.page().getByText("To nie jest plik PDF, JPG ani PNG").first())
                .isVisible();
        send(clerk, "skan.png", PDF);
        assertThat(clerk.page()
                        .getByText("Zawartość pliku nie zgadza się z końcówką jego nazwy.")
                        .first())
                .isVisible();
        send(clerk, "duży.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1));
        assertThat(clerk.page()
                        .getByText("Ten plik jest za duży: najwyżej 10 MB.")
                        .first())
                .isVisible();
        assertThat(AccountsIT.field(clerk, "Dokument")).hasValue("odpis KRS 0000123456");
        PrivacyIT.judge(clerk);
        PrivacyIT.picture(clerk, "mandate-scan-refused-" + width);
        send(clerk, "pełnomocnictwo.pdf", PDF);
        assertThat(clerk.named(AriaRole.BUTTON, "Usuń plik: pełnomocnictwo.pdf"))
                .isVisible();
        counter.enters("Tartak Modrzew");
        PrivacyIT.picture(clerk, "mandate-scan-entered-" + width);

        Visitor home = browser.visitor(width);
        AccountsIT.signIn(home.opens("/logowanie"), agent, AccountsIT.PASSWORD);
        home.opens("/e/identity/mandates");
        Locator link = home.page().getByLabel("Skan dokumentu: Tartak Modrzew, pełnomocnictwo.pdf");
        Download download = home.page().waitForDownload(link::click);
        assertThat(download.suggestedFilename()).isEqualTo("pełnomocnictwo.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(PDF);
        Map<String, String> headers = home.page()
                .request()
                .get(home.portal().url("/" + link.getAttribute("href")))
                .headers();
        assertThat(headers.get("content-disposition")).startsWith("attachment");
        assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(headers.get("cache-control")).contains("no-store");
        PrivacyIT.judge(home);
        PrivacyIT.picture(home, "mandate-scan-agent-" + width);

        clerk.page().waitForDownload(() -> clerk.page()
                .getByLabel("Skan dokumentu: Tartak Modrzew, pełnomocnictwo.pdf")
                .click());
        home.opens("/e/identity/privacy");
        assertThat(home.page()
                        .locator("#identity-trail")
                        .getByText("Pobranie skanu dokumentu pełnomocnictwa")
                        .first())
                .isVisible();
    }

    private static void send(Visitor visitor, String name, byte[] content) {
        visitor.page()
                .locator(".og-file input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }
}
