package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A phone beside a computer: paired by the PIN that the computer shows, unlocked without the password. At {@code localhost},
 * because browsers make no passkeys for an address of numbers.
 */
@RunningPortal
class MobileIT {
    private Path settings = Path.of("");
    private String before = "";
    private String user = "";
    private String authenticatorId = "";

    @BeforeEach
    void the_portal_is_known_by_a_name(PortalProcess portal) throws IOException {
        settings = portal.data().resolve("etc/pl.otwartagmina.shell.cfg");
        before = Files.readString(settings);
        Files.writeString(settings, before.replaceFirst("(?m)^publicUrl = .*$", "publicUrl = " + at(portal, "/")));
    }

    @AfterEach
    void as_it_was() throws IOException {
        Files.writeString(settings, before);
    }

    @Test
    void a_phone_is_paired_unlocked_by_its_pin_and_parted(Browser browser, PortalProcess portal) {
        Visitor computer = signedIn(browser, portal, Visitor.DESK);
        Visitor phone = browser.visitor(Visitor.PHONE);
        enterPin(phone, showPin(computer));
        judge(phone);
        assertThat(computer.page().getByText("Tego PIN-u nie można już użyć.").first())
                .isVisible();
        picture(computer, "used");
        judge(computer);
        AccountsIT.field(phone, "Nazwa telefonu").fill("Telefon Haliny");
        AccountsIT.field(phone, "Nowy PIN").fill("1234");
        AccountsIT.field(phone, "Powtórz PIN").fill("1234");
        phone.named(AriaRole.BUTTON, "Sparuj").click();
        assertThat(AccountsIT.field(phone, "Nowy PIN")).isFocused();
        AccountsIT.field(phone, "Nowy PIN").fill("2580");
        AccountsIT.field(phone, "Powtórz PIN").fill("2580");
        phone.page().keyboard().press("Enter");
        assertThat(phone.page().getByText("Telefon jest sparowany").first()).isVisible();
        picture(phone, "paired");

        assertThat(computer.page()
                        .getByText("Telefon Haliny: telefon jest sparowany")
                        .first())
                .isVisible();
        assertThat(computer.named(AriaRole.BUTTON, "Odłącz: Telefon Haliny")).isVisible();
        picture(computer, "list");
        judge(computer);

        phone.named(AriaRole.LINK, "Przejdź do logowania").click();
        assertThat(phone.named(AriaRole.HEADING, "Odblokuj tym telefonem")).isVisible();
        AccountsIT.field(phone, "PIN tego telefonu").fill("1357");
        phone.page().keyboard().press("Enter");
        assertThat(phone.page().getByText("Pozostały 4 próby").first()).isVisible();
        picture(phone, "wrong");
        judge(phone);
        AccountsIT.field(phone, "PIN tego telefonu").fill("2580");
        phone.page().keyboard().press("Enter");
        assertThat(phone.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();

        part(computer);
        assertThat(phone.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        phone.page().navigate(at(portal, "/logowanie"));
        assertThat(phone.heading()).isVisible();
        assertThat(phone.named(AriaRole.HEADING, "Odblokuj tym telefonem")).isHidden();
    }

    @Test
    void a_phone_is_unlocked_by_a_passkey_until_it_is_parted(Browser browser, PortalProcess portal) {
        Visitor computer = signedIn(browser, portal, Visitor.DESK);
        Visitor phone = browser.visitor(Visitor.PHONE);
        CDPSession authenticator = withAuthenticator(phone);
        enterPin(phone, showPin(computer));
        assertThat(phone.page()
                        .getByText("Palec, twarz lub blokada ekranu telefonu")
                        .first())
                .isVisible();
        picture(phone, "lock");
        judge(phone);
        phone.named(AriaRole.BUTTON, "Sparuj").click();
        assertThat(phone.page().getByText("Telefon jest sparowany").first()).isVisible();

        phone.page().navigate(at(portal, "/logowanie"));
        assertThat(phone.named(AriaRole.HEADING, "Odblokuj tym telefonem")).isVisible();
        picture(phone, "unlock");
        judge(phone);
        phone.named(AriaRole.BUTTON, "Odblokuj palcem, twarzą lub kodem telefonu")
                .click();
        assertThat(phone.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
        phone.named(AriaRole.BUTTON, "Wyloguj się").click();
        assertThat(phone.named(AriaRole.LINK, "Zaloguj się")).isVisible();

        // somebody else has it in the hand
        phone.page().navigate(at(portal, "/logowanie"));
        verifies(authenticator, false);
        phone.named(AriaRole.BUTTON, "Odblokuj palcem, twarzą lub kodem telefonu")
                .click();
        assertThat(phone.page().getByText("Telefon nie został odblokowany").first())
                .isVisible();
        verifies(authenticator, true);
        part(computer);
        phone.named(AriaRole.BUTTON, "Odblokuj palcem, twarzą lub kodem telefonu")
                .click();
        assertThat(phone.page().getByText("Ten telefon nie jest już sparowany").first())
                .isVisible();
        picture(phone, "parted");
        phone.page().navigate(at(portal, "/logowanie"));
        assertThat(phone.heading()).isVisible();
        assertThat(phone.named(AriaRole.HEADING, "Odblokuj tym telefonem")).isHidden();
    }

    @Test
    void the_pin_is_shown_on_a_phone_as_well_and_can_be_taken_back(Browser browser, PortalProcess portal) {
        Visitor owner = signedIn(browser, portal, Visitor.PHONE);
        picture(owner, "ask");
        String pin = showPin(owner);
        picture(owner, "pin");
        judge(owner);
        owner.named(AriaRole.BUTTON, "Unieważnij PIN").click();
        assertThat(owner.named(AriaRole.BUTTON, "Pokaż PIN")).isVisible();

        Visitor phone = browser.visitor(Visitor.PHONE);
        typePin(phone, "nobody", pin);
        assertThat(phone.page().getByText("Ten PIN nie pasuje").first()).isVisible();
        picture(phone, "refused");
        judge(phone);
    }

    /** A new resident at the screen of the app. */
    private Visitor signedIn(Browser browser, PortalProcess portal, int width) {
        user = portal.newResident();
        Visitor visitor = browser.visitor(width);
        visitor.page().navigate(at(portal, "/logowanie"));
        AccountsIT.signIn(visitor, user, AccountsIT.PASSWORD);
        visitor.page().navigate(at(portal, "/e/identity/app"));
        assertThat(visitor.heading()).hasText("Aplikacja mobilna");
        return visitor;
    }

    private static String showPin(Visitor visitor) {
        AccountsIT.field(visitor, "Twoje hasło").fill(AccountsIT.PASSWORD);
        visitor.named(AriaRole.BUTTON, "Pokaż PIN").click();
        String pin = visitor.page().locator(".og-pin").innerText();
        assertThat(pin).matches("\\d{3} \\d{3}");
        assertThat(visitor.page().getByRole(AriaRole.TIMER)).hasText(Pattern.compile("10:00|9:5\\d"));
        return pin;
    }

    private void enterPin(Visitor phone, String pin) {
        typePin(phone, user, pin);
        assertThat(phone.named(AriaRole.HEADING, "Jak odblokować ten telefon?")).isVisible();
    }

    private static void typePin(Visitor phone, String name, String pin) {
        phone.page().navigate(at(phone.portal(), "/logowanie"));
        phone.named(AriaRole.LINK, "Sparuj ten telefon").click();
        assertThat(phone.heading()).hasText("Sparuj ten telefon");
        AccountsIT.field(phone, "Nazwa użytkownika lub e-mail").fill(name);
        AccountsIT.field(phone, "PIN do sparowania").fill(pin);
        phone.page().keyboard().press("Enter");
    }

    private static void part(Visitor computer) {
        computer.named(AriaRole.BUTTON, Pattern.compile("^Odłącz: ")).click();
        computer.named(AriaRole.BUTTON, "Odłącz").click();
        assertThat(computer.page().getByText("Nie ma jeszcze żadnego.").first()).isVisible();
    }

    private static String at(PortalProcess portal, String path) {
        return "http://localhost:" + portal.httpPort() + path;
    }

    /** The phone's own authenticator, as Chromium plays it. */
    private CDPSession withAuthenticator(Visitor phone) {
        CDPSession session = phone.page().context().newCDPSession(phone.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        authenticatorId = session.send("WebAuthn.addVirtualAuthenticator", wrapped)
                .get("authenticatorId")
                .getAsString();
        return session;
    }

    private void verifies(CDPSession authenticator, boolean verifies) {
        JsonObject change = new JsonObject();
        change.addProperty("authenticatorId", authenticatorId);
        change.addProperty("isUserVerified", verifies);
        authenticator.send("WebAuthn.setUserVerified", change);
    }

    private static void judge(Visitor visitor) {
        List<String> findings = new ArrayList<>();
        AccessibilityIT.judge(visitor, visitor.page().url(), findings);
        assertThat(findings).isEmpty();
    }

    /** Left to be looked at. */
    private static void picture(Visitor visitor, String name) {
        Path folder = PortalProcess.HOME.resolve("karaf-distribution/tests/target/pictures");
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(
                                "mobile-" + name + "-" + visitor.page().viewportSize().width + ".png"))
                        .setFullPage(true));
    }
}
