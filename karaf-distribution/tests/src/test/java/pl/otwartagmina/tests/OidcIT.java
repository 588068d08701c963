package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with an OpenID Connect provider, as residents do it: portal, Keycloak, and back. */
@RunningPortal
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcIT {
    private static final String NAME = "Konto mieszkańca";
    private static final String BUTTON = "Zaloguj się przez " + NAME;

    private KeycloakServer.Realm realm;

    @BeforeAll
    void enable(PortalProcess portal, KeycloakServer keycloak) throws IOException {
        realm = keycloak.realm(portal.url("/"), "keycloak");
        Path secret = Files.writeString(portal.data().resolve("keycloak.secret"), realm.secret());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        write(portal, "keycloak", NAME, realm.issuer(), secret);
        portal.operator("module:enable oidc");
    }

    @AfterAll
    void disable(PortalProcess portal) throws IOException {
        portal.operator("module:disable oidc");
        Files.delete(settings(portal, "keycloak"));
    }

    @AtBothWidths
    void a_resident_signs_in_with_an_account_elsewhere_and_out_of_both(int width, Browser browser) {
        Visitor visitor = signIn(browser.visitor(width));

        visitor.opens("/e/identity");
        assertThat(visitor.heading()).hasText("Moje konto");
        assertThat(visitor.page().getByText("anna.nowak@poczta.example").first())
                .isVisible();

        visitor.named(AriaRole.BUTTON, "Wyloguj się").click();
        assertThat(visitor.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        assertThat(visitor.page()).hasURL(visitor.portal().url("/"));
        visitor.opens("/logowanie");
        visitor.named(AriaRole.LINK, BUTTON).click();
        assertThat(visitor.page().locator("#kc-login")).isVisible();
    }

    @Test
    void a_session_that_the_provider_ends_is_over_in_the_open_window(Browser browser, KeycloakServer keycloak) {
        Visitor visitor = signIn(browser.visitor(Visitor.DESK));
        Visitor other = browser.visitor(Visitor.DESK).signsIn();

        keycloak.signOutAnna(realm);

        assertThat(visitor.named(AriaRole.LINK, "Zaloguj się")).isVisible();
        assertThat(other.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
    }

    @Test
    void several_providers_stand_side_by_side_and_one_that_is_away_stops_no_other(Browser browser, PortalProcess portal)
            throws IOException {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/logowanie");
        Path secret = portal.data().resolve("keycloak.secret");
        write(portal, "away", "Biuro", "http://127.0.0.1:" + PortalProcess.freePort() + "/realms/none", secret);
        visitor.named(AriaRole.LINK, "Zaloguj się przez Biuro").click();
        assertThat(visitor.heading()).hasText("Ten sposób logowania teraz nie działa");

        visitor.opens("/logowanie");
        Files.delete(settings(portal, "away"));
        assertThat(visitor.named(AriaRole.LINK, "Zaloguj się przez Biuro")).hasCount(0);
        signIn(visitor);
    }

    @Test
    void a_wrong_setting_is_told_and_secrets_are_not(PortalProcess portal) throws IOException {
        Path log = portal.data().resolve("data/log/portal.log");
        Path secret = portal.data().resolve("keycloak.secret");
        write(portal, "wrong", "Zły", "http://login.gmina.example/realms/a", secret);
        Until.holds("the log names the setting", Duration.ofSeconds(30), () -> read(log)
                .contains("The issuer of pl.otwartagmina.oidc must be an address with https"));
        Files.delete(settings(portal, "wrong"));

        assertThat(read(log)).doesNotContain(realm.secret()).doesNotContain(KeycloakServer.PASSWORD);
    }

    private Visitor signIn(Visitor visitor) {
        visitor.opens("/logowanie");
        visitor.named(AriaRole.LINK, BUTTON).click();
        Page keycloak = visitor.page();
        // not what is tested, so it may take its time
        keycloak.locator("#username").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        keycloak.locator("#username").fill("anna");
        keycloak.locator("#password").fill(KeycloakServer.PASSWORD);
        keycloak.locator("#kc-login").click();
        assertThat(visitor.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
        return visitor;
    }

    private static void write(PortalProcess portal, String id, String name, String issuer, Path secret)
            throws IOException {
        Files.writeString(
                settings(portal, id),
                String.join(
                        "\n",
                        "id = " + id,
                        "name = " + name,
                        "issuer = " + issuer,
                        "clientId = portal",
                        "secret_file = " + secret,
                        ""));
    }

    private static Path settings(PortalProcess portal, String id) {
        return portal.data().resolve("etc/pl.otwartagmina.oidc-" + id + ".cfg");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
