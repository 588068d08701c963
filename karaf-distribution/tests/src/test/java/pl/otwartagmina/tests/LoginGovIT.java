package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.otwartagmina.integration.logingov.simulator.Identity;
import pl.otwartagmina.integration.logingov.simulator.LoginGovSimulator;
import pl.otwartagmina.integration.logingov.simulator.Script;
import pl.otwartagmina.integration.logingov.simulator.SimulatedPerson;

/**
 * Signing in with login.gov.pl, as residents do it. The simulator stands at another site than the portal, so that its post
 * brings no cookies of the portal's.
 */
@RunningPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginGovIT {
    private static final String BUTTON = "Zaloguj się przez login.gov.pl";
    /** The person of the ministry's own samples. */
    private static final SimulatedPerson ROCH =
            new SimulatedPerson("87022243734", "Roch", "Apitz", "1987-02-22Z", "substantial");

    /** The resident of the demo. */
    private static final SimulatedPerson DEMO =
            new SimulatedPerson("02211307589", "Anna", "Kowalska", "2002-01-13Z", "substantial");

    private LoginGovSimulator simulator;

    @BeforeAll
    void enable(PortalProcess portal) throws IOException {
        Path folder = Files.createDirectories(portal.data().resolve("login-gov"));
        Identity signing = Identity.elliptic("portal signing");
        Identity encryption = Identity.elliptic("portal encryption");
        String password = "only for this test";
        Identity.store(folder.resolve("keys.p12"), password, signing, encryption);
        simulator = new LoginGovSimulator(signing.certificate(), encryption.certificate());
        secret(folder.resolve("password"), password);
        Files.writeString(folder.resolve("provider.pem"), simulator.identity().pem());
        Files.writeString(
                settings(portal),
                String.join(
                        "\n",
                        "entityId = portal",
                        "providerName = Gmina Modrzewiny",
                        "keyStore = " + folder.resolve("keys.p12"),
                        "keyStorePassword_file = " + folder.resolve("password"),
                        "signingKey = signing",
                        "decryptionKey = encryption",
                        "providerCertificates = " + folder.resolve("provider.pem"),
                        "provider = " + LoginGovSimulator.ENTITY_ID,
                        "singleSignOn = " + simulator.singleSignOn(),
                        "artifactResolution = " + simulator.artifactResolution(),
                        "singleLogout = " + simulator.singleLogout(),
                        ""));
        portal.operator("module:enable login-gov");
    }

    private static void secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    void disable(PortalProcess portal) throws IOException {
        portal.operator("module:disable login-gov");
        Files.delete(settings(portal));
        simulator.close();
    }

    private static Path settings(PortalProcess portal) {
        return portal.data().resolve("etc/pl.otwartagmina.logingov.cfg");
    }

    @AtBothWidths
    void somebody_new_is_verified_at_once_and_signs_out_of_both(int width, Browser browser) throws Exception {
        simulator.play(new Script().person(ROCH));
        simulator.logouts().clear();
        Visitor visitor = browser.visitor(width).opens("/logowanie");
        org.assertj.core.api.Assertions.assertThat(Axe.findings(visitor.page())).isEmpty();
        visitor.named(AriaRole.LINK, BUTTON).click();
        assertThat(visitor.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();

        visitor.opens("/e/identity");
        assertThat(visitor.page().locator("dd").getByText("Roch Apitz")).isVisible();
        assertThat(visitor.page().getByText("Potwierdzona").first()).isVisible();

        visitor.named(AriaRole.BUTTON, "Wyloguj się").click();
        assertThat(visitor.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        Until.holds("login.gov.pl was told", Duration.ofSeconds(10), () -> !simulator
                .logouts()
                .isEmpty());
    }

    @Test
    void where_the_person_was_going_they_arrive(Browser browser) {
        simulator.play(new Script().person(ROCH));
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/e/identity/mandates");
        visitor.named(AriaRole.LINK, BUTTON).click();

        assertThat(visitor.heading()).hasText("Pełnomocnictwa");
    }

    @AtBothWidths
    void an_act_that_binds_waits_for_a_fresh_sign_in_and_loses_nothing(int width, Browser browser) {
        simulator.play(new Script().person(DEMO));
        Visitor visitor = browser.visitor(width).signsIn().opens("/e/identity/mandates");
        Page page = visitor.page();
        page.getByLabel("Imię").fill("Jan");
        page.getByLabel("Nazwisko").fill("Nowak");
        page.getByLabel("E-mail").fill("jan@poczta.example");
        visitor.named(AriaRole.BUTTON, "Wyślij pełnomocnictwo").click();
        assertThat(page.getByText("Potwierdź, że to Ty")).isVisible();

        // it closes by itself
        page.waitForPopup(() -> page.getByText(BUTTON).click());

        assertThat(page.getByText("Wysłaliśmy wiadomość na adres jan@poczta.example."))
                .isVisible();
        visitor.named(AriaRole.BUTTON, "Odwołaj: Jan Nowak").first().click();
        page.locator(
                        "vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button], vaadin-button[slot=confirm-button]")
                .first()
                .click();
        assertThat(page.getByText("odwołane").first()).isVisible();
    }

    @AtBothWidths
    void connecting_takes_the_password_first(int width, Browser browser, PortalProcess portal) {
        String pesel = width == Visitor.DESK ? "85061512347" : "90090515836";
        simulator.play(new Script().person(new SimulatedPerson(pesel, "Ewa", "Lis", "1990-09-05Z", "substantial")));
        String address = portal.newResident();
        Visitor visitor = browser.visitor(width);
        AccountsIT.signIn(visitor.opens("/logowanie"), address, AccountsIT.PASSWORD);
        assertThat(visitor.heading()).isVisible();
        visitor.opens("/e/identity");
        visitor.named(AriaRole.LINK, "Połącz: login.gov.pl").click();
        assertThat(visitor.heading()).hasText("Podaj hasło");
        org.assertj.core.api.Assertions.assertThat(Axe.findings(visitor.page())).isEmpty();

        visitor.page().getByLabel("Hasło").fill("nie to hasło");
        visitor.named(AriaRole.BUTTON, "Dalej").click();
        assertThat(visitor.page().getByText("To nie jest hasło do tego konta.").first())
                .isVisible();
        visitor.page().getByLabel("Hasło").fill(AccountsIT.PASSWORD);
        visitor.named(AriaRole.BUTTON, "Dalej").click();

        assertThat(visitor.heading()).hasText("Moje konto");
        assertThat(visitor.page().getByText("Potwierdzona").first()).isVisible();
        assertThat(visitor.page().getByText("połączone").first()).isVisible();
    }

    @Test
    void what_cannot_be_believed_signs_in_nobody(Browser browser) {
        simulator.play(new Script().signing(signing -> signing.by(Identity.elliptic("somebody else"))));
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/logowanie");
        visitor.named(AriaRole.LINK, BUTTON).click();

        assertThat(visitor.heading()).hasText("Nie udało się zalogować");
        assertThat(visitor.named(AriaRole.LINK, "Wróć do logowania")).isVisible();
    }

    @Test
    void who_turns_back_is_told_so(Browser browser) {
        simulator.play(new Script().status("AuthnFailed"));
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/logowanie");
        visitor.named(AriaRole.LINK, BUTTON).click();

        assertThat(visitor.heading()).hasText("Logowanie przerwane");
    }

    @Test
    void whoever_is_lured_to_anothers_sign_in_is_not_signed_in(Browser browser) {
        simulator.play(new Script().person(ROCH));
        Visitor victim = browser.visitor(Visitor.DESK).opens("/logowanie");
        Visitor attacker = browser.visitor(Visitor.DESK).opens("/logowanie");
        List<String> begun = new CopyOnWriteArrayList<>();
        attacker.page().route("**/sso/**", route -> {
            begun.add(route.request().url());
            route.abort();
        });
        browser.expect("ERR_FAILED");
        attacker.named(AriaRole.LINK, BUTTON).click();
        attacker.page().waitForCondition(() -> !begun.isEmpty());
        victim.page().navigate(begun.get(0));

        assertThat(victim.heading()).hasText("Logowanie nie zostało dokończone");
        assertThat(victim.named(AriaRole.LINK, "Zaloguj się")).isVisible();
    }
}
