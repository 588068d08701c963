package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPortal
class PreferencesIT {
    @AtBothWidths
    void contrast_size_and_language_are_remembered(int width, Browser browser) {
        Visitor visitor = browser.visitor(width).opens("/");
        if (width == Visitor.PHONE) {
            visitor.named(AriaRole.BUTTON, "Więcej").click();
        }
        visitor.named(AriaRole.BUTTON, "Wysoki kontrast").click();
        visitor.named(AriaRole.BUTTON, Pattern.compile("^Rozmiar liter")).click();
        visitor.named(AriaRole.BUTTON, "EN, English").click();
        assertShown(visitor);
        visitor.page().reload();
        assertShown(visitor);
    }

    private static void assertShown(Visitor visitor) {
        Locator html = visitor.page().locator("html");
        assertThat(html).hasAttribute("data-contrast", "high");
        assertThat(html).hasAttribute("data-font", "125");
        assertThat(html).hasAttribute("lang", "en");
        assertThat(visitor.page().locator("body")).hasCSS("background-color", "rgb(0, 0, 0)");
        assertThat(visitor.page().locator("nav.og-menu")).hasAttribute("aria-label", "Main menu");
    }

    @Test
    void the_keyboard_alone_leads_to_the_dues(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.named(AriaRole.LINK, "Przejdź do treści")).isFocused();
        assertThat(visitor.named(AriaRole.LINK, "Przejdź do treści")).isInViewport();

        tabsTo(visitor, visitor.menuEntry("Płatności"));
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().getByLabel("Nazwa użytkownika")).isFocused();
        visitor.page().keyboard().type("demo");
        visitor.page().keyboard().press("Tab");
        visitor.page().keyboard().type("demo");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.heading()).hasText("Moje zobowiązania");
        Locator tab = visitor.named(AriaRole.TAB, Pattern.compile("^Niezapłacone"));
        tabsTo(visitor, tab);
        visitor.page().keyboard().press("ArrowRight");
        assertThat(visitor.named(AriaRole.TAB, Pattern.compile("^W trakcie"))).isFocused();
        assertThat(tab).hasAttribute("aria-selected", "false");
    }

    @Test
    void the_skip_link_passes_the_menu(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        visitor.page().keyboard().press("Tab");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page()).hasURL(visitor.portal().url("/#main"));
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().locator("main a:focus, main button:focus")).hasCount(1);
    }

    @Test
    void the_drawer_of_a_phone_opens_by_keyboard(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.PHONE).opens("/");
        Locator more = visitor.named(AriaRole.BUTTON, "Więcej");
        tabsTo(visitor, more);
        visitor.page().keyboard().press("Enter");
        assertThat(more).hasAttribute("aria-expanded", "true");
        assertThat(visitor.menuEntry("Start")).isFocused();
    }

    private static void tabsTo(Visitor visitor, Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < 60; i++) {
            visitor.page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                return;
            }
        }
        assertThat(target).isFocused();
    }
}
