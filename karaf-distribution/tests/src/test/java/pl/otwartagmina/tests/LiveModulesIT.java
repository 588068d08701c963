package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RunningPortal
class LiveModulesIT {
    private static final String OFF = "Ta usługa jest wyłączona";

    @AfterEach
    void payments_are_back(PortalProcess portal) {
        portal.operator("module:enable payments");
    }

    @Test
    void open_windows_lose_and_regain_a_module_without_reload(PortalProcess portal, Browser browser) {
        Visitor home = browser.visitor(Visitor.DESK).opens("/");
        Visitor phone = browser.visitor(Visitor.PHONE).opens("/");
        Visitor dues = browser.visitor(Visitor.DESK).signsIn().opens("/e/payments");
        Visitor duesOnPhone = browser.visitor(Visitor.PHONE).signsIn().opens("/e/payments/accounts");
        Visitor help = browser.visitor(Visitor.DESK).opens("/pomoc");
        List<Visitor> all = List.of(home, phone, dues, duesOnPhone, help);
        all.forEach(Visitor::marks);
        assertThat(home.tile("Płatności")).isVisible();
        assertThat(help.named(AriaRole.LINK, "Co to jest karta podatnika?")).isVisible();
        List<String> known = tabs(dues);
        assertThat(known).anyMatch(text -> text.matches(".*\\([1-9]\\d*\\)"));

        portal.operator("module:disable payments");
        assertThat(home.tile("Płatności")).hasCount(0);
        assertThat(phone.tile("Płatności")).hasCount(0);
        assertThat(home.page().getByText("Nie ma jeszcze żadnych usług").first())
                .isVisible();
        assertThat(dues.heading()).hasText(OFF);
        assertThat(dues.page().getByText(Pattern.compile("wyłączona przez urząd dnia \\d\\d\\.\\d\\d\\.\\d{4}")))
                .isVisible();
        assertThat(duesOnPhone.heading()).hasText(OFF);
        assertThat(help.named(AriaRole.LINK, "Co to jest karta podatnika?")).hasCount(0);
        all.forEach(visitor -> assertThat(visitor.menuEntry("Płatności")).hasCount(0));

        portal.operator("module:enable payments");
        assertThat(home.tile("Płatności")).isVisible();
        assertThat(phone.tile("Płatności")).isVisible();
        assertThat(dues.heading()).hasText("Moje zobowiązania");
        assertThat(duesOnPhone.heading()).hasText("Karty podatnika");
        assertThat(help.named(AriaRole.LINK, "Co to jest karta podatnika?")).isVisible();
        all.forEach(visitor -> assertThat(visitor.menuEntry("Płatności")).hasCount(1));
        assertThat(tabs(dues)).as("what the module knew").isEqualTo(known);
        assertThat(all).as("no reload").allMatch(Visitor::isSameWindow);
    }

    @Test
    void a_bookmark_of_a_disabled_module_explains_and_opens_when_it_is_back(PortalProcess portal, Browser browser) {
        browser.expect("status of 503");
        portal.operator("module:disable payments");
        List<String> findings = new ArrayList<>();
        for (int width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            for (boolean contrast : new boolean[] {false, true}) {
                Visitor visitor = browser.visitor(width).prefers(contrast, 100);
                var response = visitor.page().navigate(portal.url("/e/payments/accounts"));
                assertThat(response.status()).isEqualTo(503);
                assertThat(visitor.heading()).hasText(OFF);
                assertThat(visitor.page()).hasTitle(OFF + " – Gmina Modrzewiny");
                AccessibilityIT.judge(visitor, width + (contrast ? " contrast" : " light"), findings);
            }
        }
        assertThat(findings).isEmpty();

        Visitor waiting = browser.visitor(Visitor.DESK);
        waiting.page().navigate(portal.url("/e/payments"));
        assertThat(waiting.heading()).hasText(OFF);
        portal.operator("module:enable payments");
        assertThat(waiting.heading()).hasText("Logowanie");
    }

    private static List<String> tabs(Visitor resident) {
        assertThat(resident.page().getByRole(AriaRole.TAB)).hasCount(4);
        return resident.page().getByRole(AriaRole.TAB).allInnerTexts();
    }
}
