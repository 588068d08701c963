package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPortal
class DuesIT {
    private static final int PAGE = 25;

    @AtBothWidths
    void each_tab_shows_as_many_dues_as_it_says(int width, Browser browser) {
        Visitor resident = dues(browser, width);
        for (String tab : List.of("Niezapłacone", "W trakcie", "Zaległe", "Opłacone")) {
            Locator button = tab(resident, tab);
            button.click();
            assertThat(button).hasAttribute("aria-selected", "true");
            int count = number(button.innerText());
            if (count == 0) {
                assertThat(resident.page().locator("#payments-dues .og-empty")).isVisible();
            } else {
                assertThat(openers(resident)).hasCount(Math.min(count, PAGE));
                assertThat(resident.page().getByRole(AriaRole.STATUS).filter(having("Pozycje")))
                        .hasText("Pozycje 1–" + Math.min(count, PAGE) + " z " + count);
            }
        }
    }

    @Test
    void the_list_turns_its_pages(Browser browser) {
        Visitor resident = dues(browser, Visitor.DESK);
        tab(resident, "Opłacone").click();
        int count = number(tab(resident, "Opłacone").innerText());
        assertThat(count).as("dues that the demo's resident has paid").isGreaterThan(PAGE);
        resident.named(AriaRole.BUTTON, "Następna strona").click();
        assertThat(resident.page().getByRole(AriaRole.STATUS).filter(having("Pozycje")))
                .hasText("Pozycje 26–" + Math.min(count, 2 * PAGE) + " z " + count);
        assertThat(openers(resident)).hasCount(Math.min(count - PAGE, PAGE));
        resident.named(AriaRole.BUTTON, "Poprzednia strona").click();
        assertThat(openers(resident)).hasCount(PAGE);
    }

    @AtBothWidths
    void a_row_opens_to_its_details_and_leads_to_its_account(int width, Browser browser) {
        Visitor resident = dues(browser, width);
        Locator opener = openers(resident).first();
        opener.click();
        assertThat(opener).hasAttribute("aria-expanded", "true");
        Locator details = resident.page().locator(".og-details").first();
        assertThat(details).containsText("Rachunek do wpłat");
        Locator account = details.getByRole(AriaRole.LINK);
        String card = number(account.innerText(), "\\d{6,}");
        account.click();

        assertThat(resident.heading()).hasText("Karta podatnika");
        assertThat(resident.named(AriaRole.HEADING, Pattern.compile("· karta " + card + "$")))
                .isVisible();
        assertThat(resident.named(AriaRole.HEADING, "Raty i należności")).isVisible();
        assertThat(openers(resident).first()).isVisible();
        resident.named(AriaRole.LINK, "Wszystkie karty").click();
        assertThat(resident.heading()).hasText("Karty podatnika");
        assertThat(resident.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(card)))
                .isVisible();
    }

    @Test
    void somebody_elses_account_looks_like_none(Browser browser) {
        Visitor resident = browser.visitor(Visitor.DESK).signsIn();
        resident.opens("/e/payments/account/999999999");
        assertThat(resident.page().getByText("Nie ma takiej karty").first()).isVisible();
    }

    @AtBothWidths
    void the_filter_narrows_the_list_and_lets_go(int width, Browser browser) {
        Visitor resident = dues(browser, width);
        int all = number(tab(resident, "Niezapłacone").innerText());
        opensFilter(resident);
        resident.named(AriaRole.BUTTON, "Zaawansowane").click();
        Locator number = resident.page().getByLabel("Numer decyzji lub karty");
        number.fill("nie ma takiej decyzji");
        resident.named(AriaRole.BUTTON, "Wyszukaj").click();
        assertThat(resident.page().getByText("Nic nie pasuje do wyszukiwania").first())
                .isVisible();
        assertThat(tab(resident, "Niezapłacone")).hasText("Niezapłacone (0)");

        resident.named(AriaRole.BUTTON, "Wyczyść").click();
        assertThat(tab(resident, "Niezapłacone")).hasText("Niezapłacone (" + all + ")");
        assertThat(number).hasValue("");

        Locator year = resident.page().getByLabel("Rok");
        year.fill("1995");
        year.press("Enter");
        assertThat(tab(resident, "Niezapłacone")).hasText("Niezapłacone (0)");
    }

    @AtBothWidths
    void another_language_keeps_what_was_typed(int width, Browser browser) {
        Visitor resident = dues(browser, width);
        opensFilter(resident);
        resident.named(AriaRole.BUTTON, "Zaawansowane").click();
        resident.page().getByLabel("Numer decyzji lub karty").fill("nakaz 2020");

        if (width == Visitor.PHONE) {
            resident.named(AriaRole.BUTTON, "Więcej").click();
        }
        resident.named(AriaRole.BUTTON, "UA, Українська").click();
        assertThat(resident.heading()).hasText(Pattern.compile("[А-яіїєґ ]+"));
        assertThat(resident.page().locator("html")).hasAttribute("lang", "uk");
        Locator number = resident.page().locator("vaadin-text-field input");
        assertThat(number).hasValue("nakaz 2020");
        assertThat(resident.page().locator("vaadin-text-field label")).hasText(Pattern.compile("[А-яіїєґ ]+"));
    }

    private static Visitor dues(Browser browser, int width) {
        Visitor resident = browser.visitor(width).signsIn().opens("/e/payments");
        assertThat(openers(resident).first()).isVisible();
        return resident;
    }

    private static void opensFilter(Visitor resident) {
        if (resident.page().viewportSize().width == Visitor.PHONE) {
            resident.named(AriaRole.BUTTON, "Filtruj").click();
        }
    }

    private static Locator tab(Visitor resident, String name) {
        return resident.named(AriaRole.TAB, Pattern.compile("^" + name));
    }

    private static Locator openers(Visitor resident) {
        return resident.named(AriaRole.BUTTON, Pattern.compile("^Szczegóły: "));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static int number(String text) {
        return Integer.parseInt(number(text, "\\d+"));
    }

    private static String number(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No number in: " + text));
    }
}
