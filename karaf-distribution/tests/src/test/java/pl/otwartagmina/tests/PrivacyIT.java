package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Who looked at my data, a copy of them, consents, and being erased. */
@RunningPortal
class PrivacyIT {
    private static final String PESEL_OF_THE_DEMO = "02211307589";

    @AtBothWidths
    void the_resident_of_the_demo_takes_all_data_along(int width, Browser browser) throws IOException {
        Visitor resident = browser.visitor(width).signsIn().opens("/e/identity/privacy");
        assertThat(resident.heading()).hasText("Moje dane");
        judge(resident);
        picture(resident, "privacy-" + width);
        resident.named(AriaRole.TAB, "Moje działania").click();
        assertThat(resident.page()
                        .locator("#identity-trail")
                        .getByText("Logowanie", exactly())
                        .first())
                .isVisible();

        resident.page().getByLabel("Twoje hasło").fill("wrong");
        resident.named(AriaRole.BUTTON, "Przygotuj kopię").click();
        assertThat(resident.page().getByText("To nie jest Twoje obecne hasło.").first())
                .isVisible();
        resident.page().getByLabel("Twoje hasło").fill("demo");
        resident.named(AriaRole.BUTTON, "Przygotuj kopię").click();
        assertThat(resident.page().getByText("Kopia jest gotowa.").first()).isVisible();
        judge(resident);
        picture(resident, "privacy-copy-" + width);

        Download json = download(resident, "Pobierz JSON");
        assertThat(json.suggestedFilename()).isEqualTo("moje-dane.json");
        assertThat(Files.readString(json.path()))
                .contains("\"id\" : \"identity\"", "\"id\" : \"payments\"", PESEL_OF_THE_DEMO, "\"principal\"")
                .contains("\"missing\" : [ ]")
                .doesNotContain("argon2");
        Download pdf = download(resident, "Pobierz PDF");
        assertThat(pdf.suggestedFilename()).isEqualTo("moje-dane.pdf");
        byte[] bytes = Files.readAllBytes(pdf.path());
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        String text;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            text = new PDFTextStripper().getText(document);
        }
        assertThat(text).contains("strona 1 z ", "Płatności", "Imię", PESEL_OF_THE_DEMO);
        pdf.saveAs(PortalProcess.HOME.resolve("karaf-distribution/tests/target/pictures/moje-dane.pdf"));
    }

    @AtBothWidths
    void a_consent_is_given_and_taken_back_with_one_click_each(int width, Browser browser) {
        Visitor resident = browser.visitor(width).signsIn().opens("/e/identity/privacy");
        resident.named(AriaRole.BUTTON, Pattern.compile("^Wyrażam zgodę")).click();
        assertThat(resident.page().getByText("Zgoda wyrażona").first()).isVisible();
        resident.named(AriaRole.BUTTON, Pattern.compile("^Wycofuję zgodę")).click();
        assertThat(resident.page().getByText("Brak zgody").first()).isVisible();
        resident.page().getByText("Historia zgód").first().click();
        assertThat(resident.page().getByText("wycofanie zgody").first()).isVisible();
        judge(resident);
        picture(resident, "privacy-consents-" + width);
    }

    @Test
    void a_clerk_who_looks_somebody_up_is_seen_by_that_person(Browser browser, PortalProcess portal) {
        Visitor clerk = clerk(browser, portal);
        clerk.opens("/e/identity/verify");
        clerk.page()
                .getByLabel("Początek nazwiska, adresu e-mail lub nazwy użytkownika")
                .fill("demo@demo");
        clerk.named(AriaRole.BUTTON, "Szukaj").click();
        assertThat(clerk.page().getByText("Podaj, dlaczego szukasz tej osoby.").first())
                .isVisible();
        assertThat(clerk.page().getByText("demo@demo.example")).hasCount(0);
        judge(clerk);
        AccountsIT.giveReason(clerk, "sprawa nr 12/2026");
        picture(clerk, "look-1440");
        clerk.named(AriaRole.BUTTON, "Szukaj").click();
        assertThat(clerk.page().getByText("demo@demo.example").first()).isVisible();

        clerk.page().setViewportSize(Visitor.PHONE, 844);
        clerk.opens("/e/identity/office-mandates");
        assertThat(clerk.page().getByLabel("Powód")).hasValue("sprawa nr 12/2026");
        picture(clerk, "look-390");
        clerk.page()
                .getByLabel("Początek nazwiska, adresu e-mail lub nazwy użytkownika")
                .fill("Nowak");
        assertThat(clerk.page().getByLabel("Powód")).hasValue("");

        Visitor resident = browser.visitor(Visitor.DESK).signsIn().opens("/e/identity/privacy");
        Locator trail = resident.page().locator("#identity-trail");
        assertThat(trail.getByText("Wyszukanie konta").first()).isVisible();
        assertThat(trail.getByText("Halina Wiśniewska").first()).isVisible();
        assertThat(trail.getByText("sprawa nr 12/2026").first()).isVisible();
        picture(resident, "privacy-looks-1440");
        resident.page().setViewportSize(Visitor.PHONE, 844);
        picture(resident, "privacy-looks-390");
    }

    @Test
    void a_resident_asks_to_be_erased_and_a_clerk_does_it(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor resident = browser.visitor(Visitor.DESK);
        AccountsIT.signIn(resident.opens("/logowanie"), address, AccountsIT.PASSWORD);
        resident.opens("/e/identity/privacy");
        resident.named(AriaRole.BUTTON, "Pokaż, co można usunąć").click();
        assertThat(resident.page().getByText("Urząd musi zachować").first()).isVisible();
        judge(resident);
        picture(resident, "erasure-1440");
        resident.page().setViewportSize(Visitor.PHONE, 844);
        judge(resident);
        picture(resident, "erasure-390");
        resident.named(AriaRole.BUTTON, "Poproś o usunięcie").click();
        resident.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Poproś o usunięcie"))
                .click();
        assertThat(resident.page()
                        .getByText("Odpowiedź otrzymasz e-mailem najpóźniej")
                        .first())
                .isVisible();

        Visitor clerk = clerk(browser, portal);
        clerk.opens("/e/identity/erasures");
        assertThat(clerk.heading()).hasText("Wnioski o usunięcie danych");
        judge(clerk);
        clerk.named(AriaRole.BUTTON, Pattern.compile("^Rozpatrz")).first().click();
        assertThat(clerk.named(AriaRole.BUTTON, "Usuń dane")).isVisible();
        judge(clerk);
        picture(clerk, "erasures-1440");
        clerk.page().setViewportSize(Visitor.PHONE, 844);
        judge(clerk);
        picture(clerk, "erasures-390");
        clerk.page().setViewportSize(Visitor.DESK, 900);
        clerk.named(AriaRole.BUTTON, "Usuń dane").click();
        picture(clerk, "erasures-sure-1440");
        clerk.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Usuń dane"))
                .click();
        assertThat(clerk.page().getByText("Dane usunięto, konto zamknięto.").first())
                .isVisible();
        picture(clerk, "erasures-done-1440");

        assertThat(resident.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        Until.holds("the answer to " + address, Duration.ofSeconds(20), () -> letters(portal, address).stream()
                .anyMatch(letter -> letter.contains("uodo.gov.pl")));
        Visitor again = browser.visitor(Visitor.DESK).opens("/logowanie");
        AccountsIT.fillIn(again, address, AccountsIT.PASSWORD);
        assertThat(again.page().getByText("hasło są nieprawidłowe").first()).isVisible();
        assertThat(portal.operator("identity:user " + address)).contains("No account begins so.");
        assertThat(portal.operator("audit:verify")).contains("The audit trail is sound");
    }

    /** Somebody at the counter, signed in at a desk. */
    private static Visitor clerk(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor clerk = browser.visitor(Visitor.DESK);
        portal.operator("identity:grant " + address + " clerk:identity");
        AccountsIT.signIn(clerk.opens("/logowanie"), address, AccountsIT.PASSWORD);
        return clerk;
    }

    private static List<String> letters(PortalProcess portal, String address) {
        try (Stream<Path> letters = Files.list(portal.data().resolve("data/mail"))) {
            return letters.filter(file -> file.toString().endsWith(".eml"))
                    .map(AccountsIT::text)
                    .filter(text -> text.contains("To: " + address))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Download download(Visitor visitor, String link) {
        return visitor.page()
                .waitForDownload(() -> visitor.named(AriaRole.LINK, link).click());
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    static void judge(Visitor visitor) {
        List<String> findings = new ArrayList<>();
        AccessibilityIT.judge(visitor, visitor.page().url(), findings);
        assertThat(findings).isEmpty();
    }

    static void picture(Visitor visitor, String name) {
        // what sticks to the top would stand in the middle
        visitor.page().evaluate("() => scrollTo(0, 0)");
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PortalProcess.HOME.resolve(
                                "karaf-distribution/tests/target/pictures/" + name + ".png")));
    }
}
