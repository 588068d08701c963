package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RunningPortal
class HomeIT {
    @AtBothWidths
    void a_visitor_sees_the_tile_signs_in_and_is_where_the_tile_leads(int width, Browser browser) {
        Visitor visitor = browser.visitor(width).opens("/");
        assertThat(visitor.page()).hasTitle("Start – Gmina Modrzewiny");
        assertThat(visitor.heading()).hasText("Witamy w portalu mieszkańca");
        assertThat(visitor.tile("Płatności")).containsText("Zaloguj się, aby zobaczyć");

        visitor.tile("Płatności").click();
        assertThat(visitor.heading()).hasText("Logowanie");
        visitor.fillsIn();
        visitor.named(AriaRole.BUTTON, "Zaloguj się").click();

        assertThat(visitor.heading()).hasText("Moje zobowiązania");
        assertThat(visitor.page()).hasURL(visitor.portal().url("/e/payments"));
        assertThat(visitor.page()).hasTitle("Moje zobowiązania – Gmina Modrzewiny");
    }

    @Test
    void a_resident_is_greeted_with_what_is_to_be_done(Browser browser) {
        Visitor resident = browser.visitor(Visitor.DESK).signsIn();
        assertThat(resident.heading()).hasText("Dzień dobry!");
        assertThat(resident.page()
                        .getByText("Anna Kowalska · oto, co czeka na Ciebie w gminie.")
                        .first())
                .isVisible();
        assertThat(resident.tile("Płatności")).containsText(Pattern.compile("\\d+ do zapłaty · [\\d\\s]+,\\d\\d\\szł"));
        assertThat(resident.named(AriaRole.LIST, Pattern.compile(".*")).first()).isVisible();

        resident.page().locator(".og-todo a").first().click();
        assertThat(resident.heading()).hasText("Moje zobowiązania");
    }

    @Test
    void a_wrong_password_is_refused_in_words(Browser browser) {
        Visitor visitor = browser.visitor(Visitor.PHONE).opens("/logowanie");
        visitor.fillsIn();
        visitor.page().getByLabel("Nazwa użytkownika").fill("admin");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().getByRole(AriaRole.ALERT))
                .containsText("Nazwa użytkownika lub hasło są nieprawidłowe");
        visitor.opens("/e/payments");
        assertThat(visitor.heading()).hasText("Logowanie");
    }

    @Test
    void an_address_that_does_not_exist_says_so(Browser browser) {
        browser.expect("status of 404");
        Visitor visitor = browser.visitor(Visitor.DESK);
        var response = visitor.page().navigate(visitor.portal().url("/nie/ma/takiej"));
        assertThat(response.status()).isEqualTo(404);
        assertThat(visitor.heading()).hasText("Nie ma takiej strony");
        assertThat(visitor.page()).hasTitle("Nie ma takiej strony – Gmina Modrzewiny");
        visitor.named(AriaRole.LINK, "Przejdź na stronę główną").click();
        assertThat(visitor.heading()).hasText("Witamy w portalu mieszkańca");
    }
}
