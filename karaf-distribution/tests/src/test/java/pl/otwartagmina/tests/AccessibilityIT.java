package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RunningPortal
class AccessibilityIT {
    private static final List<String> PUBLIC = List.of(
            "/logowanie",
            "/pomoc",
            "/prywatnosc",
            "/deklaracja-dostepnosci",
            "/nie-ma-takiej-strony",
            "/e/identity/register",
            "/e/identity/confirm?link=x",
            "/e/identity/forgotten",
            "/e/identity/password?link=x");
    private static final List<String> PERSONAL = List.of("/e/payments", "/e/payments/accounts");
    /** Links are clicked faster than anybody reads; the page then complains of two navigations at once. */
    private static final String HURRY = "Invalid blocker state transition|status of 404";

    /** Template 2.0 of the ministry, 2024-07-31. */
    private static final List<String> DECLARATION = List.of(
            "a11y-wstep",
            "a11y-podmiot",
            "a11y-zakres",
            "a11y-url",
            "a11y-data-publikacja",
            "a11y-data-aktualizacja",
            "a11y-status",
            "a11y-kontakt",
            "a11y-email",
            "a11y-telefon",
            "a11y-procedura",
            "a11y-data-sporzadzenie",
            "a11y-architektura",
            "a11y-komunikacja");

    @ParameterizedTest(name = "{0} px, high contrast {1}, letters {2} %")
    @CsvSource({"1440, false, 100", "1440, true, 100", "390, false, 100", "390, true, 100", "390, false, 200"})
    void every_page_is_free_of_serious_findings_and_fits(int width, boolean contrast, int font, Browser browser) {
        browser.expect(HURRY);
        Visitor visitor = browser.visitor(width).prefers(contrast, font);
        List<String> findings = new ArrayList<>();
        look(visitor, PUBLIC, findings);
        look(visitor.signsIn(), PERSONAL, findings);
        visitor.page().locator("main table a").first().click();
        assertThat(visitor.heading()).hasText("Karta podatnika");
        judge(visitor, "an account", findings);
        assertThat(findings).isEmpty();
    }

    /** Whatever a module brings, as somebody sees it who holds all roles of the office. */
    @ParameterizedTest(name = "{0} px, high contrast {1}")
    @CsvSource({"1440, false", "390, true"})
    void so_is_every_screen_that_a_module_declares(int width, boolean contrast, Browser browser, PortalProcess portal) {
        browser.expect(HURRY);
        Visitor clerk = browser.visitor(width).prefers(contrast, 100).signsIn("urzad", "urzad");
        List<String> findings = new ArrayList<>();
        List<Screen> screens = Screen.declared(portal).stream()
                .filter(screen -> !screen.hasParameter())
                .toList();
        assertThat(screens).extracting(Screen::role).contains("", "clerk:payments", "clerk:identity", "auditor");
        look(clerk, screens.stream().map(Screen::address).toList(), findings);
        assertThat(findings).isEmpty();
    }

    /** The home page, and from there one after the other. */
    private static void look(Visitor visitor, List<String> paths, List<String> findings) {
        Walk walk = new Walk(visitor);
        judge(visitor, "/", findings);
        for (String path : paths) {
            assertThat(walk.to(path)).as(path).isNotEqualTo("Ta strona jest dla pracowników urzędu");
            judge(visitor, path, findings);
        }
    }

    /** Also: nobody has to scroll sideways (WCAG 1.4.10). */
    static void judge(Visitor visitor, String name, List<String> findings) {
        Axe.findings(visitor.page()).forEach(finding -> findings.add(name + ": " + finding));
        int tooWide = ((Number) visitor.page()
                        .evaluate("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (tooWide > 0) {
            findings.add(name + ": " + tooWide + " px wider than the window");
        }
    }

    @Test
    void the_declaration_has_what_the_ministry_looks_for_exactly_once(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        visitor.named(AriaRole.LINK, "Deklaracja dostępności").click();
        assertThat(visitor.heading()).hasText("Deklaracja dostępności");
        for (String id : DECLARATION) {
            assertThat(visitor.page().locator("[id='" + id + "']")).hasCount(1);
            assertThat(visitor.page().locator("[id='" + id + "']")).not().hasText("");
        }
        for (String id : List.of("a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-data-sporzadzenie")) {
            assertThat(visitor.page().locator("time[id='" + id + "']"))
                    .hasAttribute("datetime", java.util.regex.Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
        }
    }
}
