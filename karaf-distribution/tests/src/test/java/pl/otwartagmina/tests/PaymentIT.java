package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Paying from the list to the receipt, by the simulated bank. */
@RunningPortal
class PaymentIT {
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    @AtBothWidths
    void a_resident_pays_a_part_and_keeps_the_receipt(int width, Browser browser) throws Exception {
        Visitor visitor = browser.visitor(width).signsIn().opens("/e/payments");
        Page page = visitor.page();
        List<String> findings = new ArrayList<>();
        page.locator("tbody vaadin-checkbox").first().click();
        AccessibilityIT.judge(visitor, "dues with one chosen", findings);
        visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać$")).click();
        assertThat(visitor.heading()).hasText("Zapłać");

        Locator amount = page.getByRole(AriaRole.TEXTBOX).first();
        amount.fill("1000000");
        amount.press("Tab");
        assertThat(amount).hasAttribute("aria-invalid", "true");
        AccessibilityIT.judge(visitor, "a basket with a wrong amount", findings);
        amount.fill("1,00");
        amount.press("Tab");
        assertThat(page.getByText("Razem do zapłaty: 1,00")).isVisible();
        AccessibilityIT.judge(visitor, "a basket", findings);
        visitor.named(AriaRole.BUTTON, "Przejdź do płatności").click();

        page.waitForURL(Pattern.compile("/sandbox-bank/pay/"));
        page.getByLabel("Bank Modrzew").check();
        visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać")).click();
        page.waitForURL(Pattern.compile("/e/payments/paid/"));

        assertThat(page.locator("main .og-notice").first()).hasText(Pattern.compile("^Zapłacone\\."), SOON);
        AccessibilityIT.judge(visitor, "a payment", findings);
        Download receipt = page.waitForDownload(() ->
                page.getByText(Pattern.compile("^Potwierdzenie wpłaty 1,00")).click());
        assertThat(text(receipt)).contains("1,00", "Anna Kowalska", "Bank na próbę");
        visitor.opens("/e/payments/history");
        assertThat(page.locator("tbody tr").first()).containsText("Zapłacona");
        AccessibilityIT.judge(visitor, "the history", findings);
        assertThat(findings).isEmpty();
    }

    @Test
    void who_turns_back_at_the_bank_can_go_on_or_give_up(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.DESK).signsIn();
        Page page = visitor.page();
        begins(visitor);
        page.goBack();

        assertThat(page.locator("main .og-notice").first()).containsText("Czekamy na wpłatę");
        visitor.named(AriaRole.BUTTON, "Przejdź do płatności").click();
        page.waitForURL(Pattern.compile("/sandbox-bank/pay/"));
        page.goBack();
        visitor.named(AriaRole.BUTTON, "Zrezygnuj").click();
        assertThat(page.locator("main .og-notice").first()).containsText("Zrezygnowano z tej płatności");
        visitor.named(AriaRole.BUTTON, "Zapłać jeszcze raz").click();
        assertThat(visitor.heading()).hasText("Zapłać");
    }

    /** Chooses the last due of the list and goes to the bank. */
    static void begins(Visitor visitor) {
        visitor.opens("/e/payments")
                .page()
                .locator("tbody vaadin-checkbox")
                .last()
                .click();
        visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać$")).click();
        visitor.named(AriaRole.BUTTON, "Przejdź do płatności").click();
        visitor.page().waitForURL(Pattern.compile("/sandbox-bank/pay/"));
    }

    @Test
    void without_a_gateway_there_is_a_slip_and_no_button(Browser browser, PortalProcess portal) throws Exception {
        portal.operator("module:disable sandbox-bank");
        try {
            Visitor visitor = browser.visitor(Visitor.DESK).signsIn().opens("/e/payments");
            visitor.page().locator("tbody vaadin-checkbox").last().click();
            visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać$")).click();
            assertThat(visitor.heading()).hasText("Zapłać");
            assertThat(visitor.named(AriaRole.BUTTON, "Przejdź do płatności")).hasCount(0);
            Download slip = visitor.page()
                    .waitForDownload(() ->
                            visitor.page().getByText("Druk przelewu (PDF)").click());
            assertThat(text(slip)).contains("Gmina Modrzewiny", "Anna Kowalska");
        } finally {
            portal.operator("module:enable sandbox-bank");
        }
    }

    private static String text(Download file) throws Exception {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
