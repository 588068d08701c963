package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.tests.hall.HallService;

/** A module contributes dues: its rows come and go in open windows, are paid with others, and it hears of what was paid. */
@RunningPortal
class DueSourceIT {
    private static final String MODULE = "hala";
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    @TempDir
    Path folder = Path.of("");

    @AtBothWidths
    void dues_of_a_module_are_in_the_one_list_and_the_module_hears_what_was_paid(
            int width, PortalProcess portal, Browser browser) throws IOException {
        Visitor dues = browser.visitor(width).signsIn().opens("/e/payments");
        Visitor home = browser.visitor(width).signsIn().opens("/");
        Visitor payer = browser.visitor(width).signsIn();
        dues.marks();
        home.marks();
        int before = unpaid(dues);
        assertThat(home.tile("Płatności")).containsText(before + " do zapłaty");
        portal.operator("module:install " + kar());
        try {
            portal.operator("module:enable " + MODULE);
            assertThat(rent(dues, "A")).isVisible();
            assertThat(tab(dues)).hasText("Niezapłacone (" + (before + 3) + ")");
            assertThat(home.tile("Płatności")).containsText((before + 3) + " do zapłaty");
            List<String> findings = new ArrayList<>();
            AccessibilityIT.judge(dues, "dues with those of a module", findings);

            paysWithATax(payer, findings);
            heardOf(portal, browser, 1);
            payer.opens("/e/payments?tab=paid");
            assertThat(rent(payer, "A")).isVisible();

            toTheBank(payer.opens("/e/payments"), rent(payer, "B"));
            portal.operator("module:disable " + MODULE);
            assertThat(rent(dues, "B")).hasCount(0);
            assertThat(home.tile("Płatności")).containsText(before + " do zapłaty");
            paysAtTheBank(payer);
            assertThat(payer.page().locator("main")).containsText("Wynajem hali B");
            payer.opens("/e/payments/history");
            assertThat(payer.page().locator("tbody tr").first()).containsText("Wynajem hali B");
            assertThat(payer.page().locator("tbody tr").first()).containsText("Zapłacona");

            portal.operator("module:enable " + MODULE);
            heardOf(portal, browser, 1);
            paysByTransfer(portal, payer);
            heardOf(portal, browser, 2);
            assertThat(rent(payer.opens("/e/payments?tab=paid"), "C")).isVisible();
            assertThat(List.of(dues, home)).as("no reload").allMatch(Visitor::isSameWindow);
            assertThat(findings).isEmpty();
        } finally {
            portal.operator("module:remove " + MODULE);
        }
        assertThat(tab(dues)).hasText("Niezapłacone (" + before + ")");
    }

    /** A złoty of a tax and the whole rent, at once. */
    private static void paysWithATax(Visitor payer, List<String> findings) {
        payer.opens("/e/payments");
        payer.page()
                .locator("tbody tr:has(vaadin-checkbox)")
                .filter(new Locator.FilterOptions().setHasNotText("Wynajem hali"))
                .last()
                .locator("vaadin-checkbox")
                .click();
        toTheBasket(rent(payer, "A"), payer);
        assertThat(payer.page().getByText("tylko w całości")).isVisible();
        Locator amount = payer.page().getByRole(AriaRole.TEXTBOX);
        assertThat(amount).hasCount(1);
        amount.fill("1,00");
        amount.press("Tab");
        assertThat(payer.page().getByText("Razem do zapłaty: 121,00")).isVisible();
        AccessibilityIT.judge(payer, "a basket with a due that is paid whole", findings);
        payer.named(AriaRole.BUTTON, "Przejdź do płatności").click();
        payer.page().waitForURL(Pattern.compile("/sandbox-bank/pay/"));
        paysAtTheBank(payer);
        assertThat(payer.page().locator("main")).containsText("Wynajem hali A");
    }

    /** What the payer copies from the page comes back in a statement of the bank, and is booked without a clerk. */
    private void paysByTransfer(PortalProcess portal, Visitor payer) throws IOException {
        toTheBasket(rent(payer.opens("/e/payments"), "C"), payer);
        String title = fact(payer, "Tytuł");
        String account = fact(payer, "Rachunek").replace(" ", "");
        Path statement = Files.writeString(
                folder.resolve("statement-" + payer.page().viewportSize().width + ".mt940"),
                """
                :20:HALA
                :25:/PL%s
                :28C:%d
                :60F:C261110PLN1000,00
                :61:2611101110C120,00NTRFNONREF//HALA
                :86:152~00VE02
                ~20%s
                ~21%s
                ~32ANNA KOWALSKA
                :62F:C261110PLN1120,00
                -}
                """
                        .formatted(
                                account,
                                payer.page().viewportSize().width,
                                title.substring(0, Math.min(35, title.length())),
                                title.substring(Math.min(35, title.length()))));
        assertThat(portal.operator("payments:bank " + statement))
                .containsPattern("mt940 +\\| 1 +\\| 1 +\\| 0 +\\| 0 +\\| 1 +\\| 0");
    }

    private static String fact(Visitor visitor, String name) {
        return visitor.page()
                .locator("dt:text-is('" + name + "') + dd")
                .first()
                .innerText()
                .strip();
    }

    private static void toTheBasket(Locator row, Visitor payer) {
        row.locator("vaadin-checkbox").click();
        payer.named(AriaRole.BUTTON, Pattern.compile("^Zapłać$")).click();
        assertThat(payer.heading()).hasText("Zapłać");
    }

    private static void toTheBank(Visitor payer, Locator row) {
        toTheBasket(row, payer);
        payer.named(AriaRole.BUTTON, "Przejdź do płatności").click();
        payer.page().waitForURL(Pattern.compile("/sandbox-bank/pay/"));
    }

    private static void paysAtTheBank(Visitor payer) {
        payer.page().getByLabel("Bank Modrzew").check();
        payer.named(AriaRole.BUTTON, Pattern.compile("^Zapłać")).click();
        payer.page().waitForURL(Pattern.compile("/e/payments/paid/"));
        assertThat(payer.page().locator("main .og-notice").first()).hasText(Pattern.compile("^Zapłacone\\."), SOON);
    }

    /** The module counts from nothing each time it is enabled. */
    private static void heardOf(PortalProcess portal, Browser browser, int payments) {
        Visitor visitor = browser.visitor(Visitor.DESK);
        Until.holds("the module has heard of " + payments, Duration.ofSeconds(30), () -> visitor.opens("/e/hala")
                .page()
                .locator("main")
                .innerText()
                .contains("Wpłaty: " + payments));
        assertThat(portal.operator("module:list")).containsPattern(MODULE + " +\\| enabled");
    }

    private static Locator rent(Visitor visitor, String name) {
        return visitor.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Wynajem hali " + name));
    }

    private static Locator tab(Visitor visitor) {
        return visitor.named(AriaRole.TAB, Pattern.compile("^Niezapłacone"));
    }

    private static int unpaid(Visitor visitor) {
        Matcher number = Pattern.compile("\\d+").matcher(tab(visitor).innerText());
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group());
    }

    private Path kar() throws IOException {
        Path messages = Files.writeString(
                folder.resolve("messages.properties"),
                """
                hala.title = Hala
                hala.summary = Wynajem hali sportowej.
                hala.lead = Tyle wpłat zna moduł.
                hala.heard = Wpłaty: {0}
                hala.due.kind = Opłata za halę
                hala.due.title = Wynajem hali {0}
                """);
        return Kar.of(folder, MODULE, HallService.class, builder -> {
            builder.setProperty("Hall-Run", String.valueOf(System.currentTimeMillis()));
            builder.setIncludeResource("i18n/messages.properties=" + messages);
        });
    }
}
