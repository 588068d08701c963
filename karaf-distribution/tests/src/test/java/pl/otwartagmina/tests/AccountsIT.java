package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts as people use them: by letter, in two browsers, with a role that comes and goes. */
@RunningPortal
class AccountsIT {
    static final String PASSWORD = Residents.PASSWORD;
    private static final Pattern LINK = Pattern.compile("/e/identity/\\w+\\?link=[\\w-]+");

    /** Why somebody of the office looks for a person. */
    static void giveReason(Visitor clerk, String reason) {
        field(clerk, "Powód").fill(reason);
        clerk.page().keyboard().press("Tab");
    }

    @AtBothWidths
    void a_resident_registers_by_letter_and_signs_in(int width, Browser browser, PortalProcess portal) {
        String address = address();
        Visitor visitor = register(browser.visitor(width), address);

        visitor.opens(link(portal, address));
        visitor.named(AriaRole.BUTTON, "Potwierdzam").click();
        assertThat(visitor.page().getByText("Konto jest gotowe").first()).isVisible();
        visitor.named(AriaRole.LINK, "Przejdź do logowania").click();
        signIn(visitor, address, PASSWORD);

        visitor.opens("/e/identity");
        assertThat(visitor.heading()).hasText("Moje konto");
        assertThat(visitor.page()
                        .getByText("Twoja tożsamość nie została jeszcze potwierdzona")
                        .first())
                .isVisible();
        judge(visitor);
        visitor.opens("/e/payments");
        assertThat(visitor.heading()).hasText("Najpierw trzeba potwierdzić tożsamość");
    }

    @AtBothWidths
    void a_form_that_is_not_filled_in_says_what_is_missing(int width, Browser browser) {
        Visitor visitor = browser.visitor(width).opens("/e/identity/register");
        visitor.named(AriaRole.BUTTON, "Załóż konto").click();
        assertThat(visitor.page().getByText("Wpisz imię, najwyżej 80 znaków.").first())
                .isVisible();
        assertThat(field(visitor, "Imię")).isFocused();
    }

    @Test
    void before_the_link_is_opened_nobody_signs_in_and_the_link_is_good_once(Browser browser, PortalProcess portal) {
        String address = address();
        Visitor visitor = register(browser.visitor(Visitor.DESK), address);
        visitor.opens("/logowanie");
        fillIn(visitor, address, PASSWORD);
        assertThat(visitor.page().getByText("nie został jeszcze potwierdzony").first())
                .isVisible();

        String link = link(portal, address);
        visitor.opens(link);
        visitor.named(AriaRole.BUTTON, "Potwierdzam").click();
        assertThat(visitor.page().getByText("Konto jest gotowe").first()).isVisible();
        visitor.opens(link);
        visitor.named(AriaRole.BUTTON, "Potwierdzam").click();
        assertThat(visitor.page().getByText("Ten odnośnik już nie działa").first())
                .isVisible();
    }

    @Test
    void a_forgotten_password_is_set_anew_and_other_browsers_are_signed_out(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor elsewhere = browser.visitor(Visitor.DESK);
        signIn(elsewhere.opens("/logowanie"), address, PASSWORD);

        Visitor forgetful = browser.visitor(Visitor.PHONE).opens("/logowanie");
        forgetful.named(AriaRole.LINK, "Nie pamiętam hasła lub nazwy").click();
        field(forgetful, "E-mail lub nazwa użytkownika").fill(address);
        forgetful.named(AriaRole.BUTTON, "Wyślij").click();
        assertThat(forgetful.page().getByText("Sprawdź pocztę").first()).isVisible();
        forgetful.opens(link(portal, address, "/e/identity/password"));
        field(forgetful, "Nowe hasło").fill("całkiem inne hasło");
        field(forgetful, "Powtórz nowe hasło").fill("całkiem inne hasło");
        forgetful.named(AriaRole.BUTTON, "Ustaw hasło").click();
        assertThat(forgetful.page().getByText("Hasło zostało ustawione").first())
                .isVisible();

        assertThat(elsewhere.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        signIn(forgetful.opens("/logowanie"), address, "całkiem inne hasło");
    }

    @Test
    void a_session_in_another_browser_can_be_ended(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor first = browser.visitor(Visitor.DESK);
        signIn(first.opens("/logowanie"), address, PASSWORD);
        Visitor second = browser.visitor(Visitor.PHONE).opens("/logowanie");
        signIn(second, address, PASSWORD);

        first.opens("/e/identity");
        assertThat(first.page().locator(".og-sessions > *")).hasCount(2);
        first.named(AriaRole.BUTTON, Pattern.compile("^Wyloguj: ")).click();

        assertThat(first.page().locator(".og-sessions > *")).hasCount(1);
        assertThat(second.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        assertThat(first.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
    }

    @Test
    void the_owner_is_told_of_a_sign_in_in_a_new_browser_only(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor own = browser.visitor(Visitor.DESK);
        signIn(own.opens("/logowanie"), address, PASSWORD);
        own.named(AriaRole.BUTTON, "Wyloguj się").click();
        assertThat(own.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        signIn(own.opens("/logowanie"), address, PASSWORD);
        Visitor other = browser.visitor(Visitor.PHONE).opens("/logowanie");
        signIn(other, address, PASSWORD);

        Until.holds("a letter about the new browser", Duration.ofSeconds(20), () -> warnings(portal, address) == 1);
        org.assertj.core.api.Assertions.assertThat(own.page().context().cookies())
                .filteredOn(cookie -> cookie.name.equals("portal-browser"))
                .singleElement()
                .satisfies(cookie -> org.assertj.core.api.Assertions.assertThat(cookie.httpOnly)
                        .isTrue());
    }

    private static long warnings(PortalProcess portal, String address) {
        try (Stream<Path> letters = Files.list(portal.data().resolve("data/mail"))) {
            return letters.filter(file -> file.toString().endsWith(".eml"))
                    .map(AccountsIT::text)
                    .filter(text -> text.contains("To: " + address))
                    .filter(text -> text.contains("Chrome, Linux"))
                    .count();
        } catch (IOException unreadable) {
            return -1;
        }
    }

    @Test
    void the_language_goes_with_the_account_into_another_browser(Browser browser, PortalProcess portal) {
        // accounts of the demo keep no language
        String address = address();
        Visitor first = register(browser.visitor(Visitor.DESK), address).opens(link(portal, address));
        first.named(AriaRole.BUTTON, "Potwierdzam").click();
        assertThat(first.page().getByText("Konto jest gotowe").first()).isVisible();
        signIn(first.opens("/logowanie"), address, PASSWORD);
        first.named(AriaRole.BUTTON, "EN, English").click();
        assertThat(first.named(AriaRole.BUTTON, "Sign out")).isVisible();

        Visitor second = browser.visitor(Visitor.DESK).opens("/logowanie");
        fillIn(second, address, PASSWORD);

        assertThat(second.named(AriaRole.BUTTON, "Sign out")).isVisible();
        assertThat(second.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void a_role_comes_and_goes_in_an_open_window(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor auditor = browser.visitor(Visitor.DESK);
        signIn(auditor.opens("/logowanie"), address, PASSWORD);
        auditor.opens("/e/identity/audit");
        assertThat(auditor.heading()).hasText("Ta strona jest dla pracowników urzędu");
        assertThat(auditor.menuEntry("Dziennik zdarzeń")).hasCount(0);

        portal.operator("identity:grant " + address + " auditor");
        assertThat(auditor.heading()).hasText("Dziennik zdarzeń");
        assertThat(auditor.menuEntry("Dziennik zdarzeń")).hasCount(1);
        assertThat(auditor.page().locator(".og-table tbody tr").first()).isVisible();
        judge(auditor);

        portal.operator("identity:grant --revoke " + address + " auditor");
        assertThat(auditor.heading()).hasText("Ta strona jest dla pracowników urzędu");
        assertThat(portal.operator("audit:verify")).contains("The audit trail is sound");
    }

    @Test
    void an_administrator_gives_a_role_in_the_portal(Browser browser, PortalProcess portal) {
        String boss = portal.newResident();
        Visitor administrator = browser.visitor(Visitor.DESK);
        portal.operator("identity:grant " + boss + " administrator");
        String clerk = portal.newResident();
        signIn(administrator.opens("/logowanie"), boss, PASSWORD);

        administrator.opens("/e/identity/people");
        field(administrator, "Początek nazwiska, adresu e-mail lub nazwy użytkownika")
                .fill(clerk);
        giveReason(administrator, "wizyta w urzędzie");
        administrator.named(AriaRole.BUTTON, "Szukaj").click();
        administrator.page().locator("vaadin-select").click();
        administrator.named(AriaRole.OPTION, "pracownik urzędu (payments)").click();
        administrator.named(AriaRole.BUTTON, "Nadaj").click();

        assertThat(administrator.named(AriaRole.BUTTON, Pattern.compile("^Odbierz: pracownik urzędu")))
                .isVisible();
        judge(administrator);
        assertThat(portal.operator("identity:user " + clerk)).contains("clerk:payments");
    }

    @Test
    void guessing_is_slowed_down_and_says_so(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor guesser = browser.visitor(Visitor.DESK).opens("/logowanie");
        for (int i = 0; i < 5; i++) {
            fillIn(guesser, address, "wrong password " + i);
            // it is emptied with the answer
            assertThat(field(guesser, "Hasło")).hasValue("");
            assertThat(guesser.page().getByText("hasło są nieprawidłowe").first())
                    .isVisible();
        }
        fillIn(guesser, address, PASSWORD);

        assertThat(guesser.page().getByText("Za dużo prób").first()).isVisible();
        assertThat(guesser.named(AriaRole.LINK, "Zaloguj się")).isVisible();
    }

    @Test
    void a_clerk_confirms_at_the_counter_and_the_resident_sees_it_at_once(Browser browser, PortalProcess portal) {
        String resident = portal.newResident();
        Visitor home = browser.visitor(Visitor.DESK);
        signIn(home.opens("/logowanie"), resident, PASSWORD);
        assertThat(home.page()
                        .getByText("Twoja tożsamość nie została jeszcze potwierdzona")
                        .first())
                .isVisible();
        String counter = portal.newResident();
        Visitor clerk = browser.visitor(Visitor.DESK);
        portal.operator("identity:grant " + counter + " clerk:identity");
        signIn(clerk.opens("/logowanie"), counter, PASSWORD);

        clerk.opens("/e/identity/verify");
        field(clerk, "Początek nazwiska, adresu e-mail lub nazwy użytkownika").fill(resident);
        giveReason(clerk, "wizyta w urzędzie");
        clerk.named(AriaRole.BUTTON, "Szukaj").click();
        field(clerk, "PESEL").fill("44051401358");
        clerk.named(AriaRole.BUTTON, "Potwierdzam tożsamość").click();
        assertThat(clerk.page().getByText("To nie jest numer PESEL").first()).isVisible();
        judge(clerk);
        field(clerk, "PESEL").fill("44051401359");
        clerk.named(AriaRole.BUTTON, "Potwierdzam tożsamość").click();

        assertThat(clerk.page().getByText("Potwierdzona", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(home.page().getByText("Twoja tożsamość nie została jeszcze potwierdzona"))
                .isHidden();
        home.opens("/e/payments");
        assertThat(home.heading()).hasText("Moje zobowiązania");
    }

    @Test
    void with_the_second_step_the_password_alone_does_not_open_the_door(Browser browser, PortalProcess portal) {
        String address = portal.newResident();
        Visitor careful = browser.visitor(Visitor.DESK);
        signIn(careful.opens("/logowanie"), address, PASSWORD);
        careful.opens("/e/identity");
        careful.named(AriaRole.BUTTON, "Włącz").click();
        String secret = careful.page().locator(".og-code").innerText().replace(" ", "");
        judge(careful);
        field(careful, "Kod").fill(AuthenticatorApp.code(secret));
        careful.named(AriaRole.BUTTON, "Sprawdź kod i włącz").click();
        Locator paper = careful.page().locator(".og-codes li");
        assertThat(paper).hasCount(10);
        String onPaper = paper.first().innerText();
        careful.named(AriaRole.BUTTON, "Kody są zapisane").click();

        Visitor elsewhere = browser.visitor(Visitor.PHONE).opens("/logowanie");
        fillIn(elsewhere, address, PASSWORD);
        judge(elsewhere);
        field(elsewhere, "Kod").fill("123");
        elsewhere.page().keyboard().press("Enter");
        assertThat(elsewhere.page().getByText("Ten kod nie pasuje").first()).isVisible();
        field(elsewhere, "Kod").fill(onPaper);
        elsewhere.page().keyboard().press("Enter");
        assertThat(elsewhere.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();

        assertThat(portal.operator("identity:drop-second-step " + address)).contains("password alone");
        signIn(browser.visitor(Visitor.DESK).opens("/logowanie"), address, PASSWORD);
    }

    private static void judge(Visitor visitor) {
        List<String> findings = new ArrayList<>();
        AccessibilityIT.judge(visitor, visitor.page().url(), findings);
        assertThat(findings).isEmpty();
    }

    private static Visitor register(Visitor visitor, String address) {
        visitor.opens("/e/identity/register");
        field(visitor, "Imię").fill("Halina");
        field(visitor, "Nazwisko").fill("Wiśniewska");
        field(visitor, "E-mail").fill(address);
        field(visitor, "Nowe hasło").fill(PASSWORD);
        field(visitor, "Powtórz nowe hasło").fill(PASSWORD);
        visitor.named(AriaRole.BUTTON, "Załóż konto").click();
        assertThat(visitor.page().getByText("Sprawdź pocztę").first()).isVisible();
        return visitor;
    }

    static void signIn(Visitor visitor, String address, String password) {
        fillIn(visitor, address, password);
        assertThat(visitor.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
    }

    static void fillIn(Visitor visitor, String address, String password) {
        field(visitor, "Nazwa użytkownika lub e-mail").fill(address);
        field(visitor, "Hasło").fill(password);
        visitor.page().keyboard().press("Enter");
    }

    static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(visitor.page().locator("input"));
    }

    private static String address() {
        return "a" + UUID.randomUUID().toString().replace("-", "") + "@poczta.example";
    }

    private static String link(PortalProcess portal, String address) {
        return link(portal, address, "/e/identity/confirm");
    }

    /** The link of the letter to this address, waiting for the letter. */
    private static String link(PortalProcess portal, String address, String path) {
        Until.holds("a letter to " + address, Duration.ofSeconds(20), () -> find(portal, address, path)
                .isPresent());
        return find(portal, address, path).orElseThrow();
    }

    private static Optional<String> find(PortalProcess portal, String address, String path) {
        try (Stream<Path> letters = Files.list(portal.data().resolve("data/mail"))) {
            return letters.filter(file -> file.toString().endsWith(".eml"))
                    .map(AccountsIT::text)
                    .filter(text -> text.contains("To: " + address))
                    .map(LINK::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .filter(link -> link.startsWith(path))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** As a mail program shows it: quoted-printable undone, as far as a link needs it. */
    static String text(Path letter) {
        try {
            return Files.readString(letter).replaceAll("=\r?\n", "").replace("=3D", "=");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
