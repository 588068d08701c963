package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.tests.Command.Answer;
import pl.otwartagmina.tests.unruly.Fault;

@RunningPortal
class UnrulyModulesIT {
    private static final String MODULE = "niesforna";

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void the_rest_works_and_the_module_can_be_removed(PortalProcess portal, Browser browser) {
        Visitor resident = browser.visitor(Visitor.DESK).signsIn().opens("/e/payments");
        assertThat(resident.heading()).hasText("Moje zobowiązania");
        portal.operator("module:remove " + MODULE);
        assertThat(portal.operator("module:list"))
                .containsPattern("payments +\\| enabled")
                .doesNotContain(MODULE);
    }

    @Test
    void one_that_throws_in_its_constructor_is_not_enabled(PortalProcess portal) {
        install(portal, MODULE, Fault.THROWS_AT_START);
        Answer enable = portal.console("module:enable " + MODULE);
        assertThat(enable.exit()).isNotZero();
        assertThat(enable.text()).containsIgnoringCase("the drawer is locked");
        assertThat(portal.operator("module:list")).containsPattern(MODULE + " +\\| disabled");
    }

    @Test
    void one_that_claims_the_id_of_another_is_not_enabled(PortalProcess portal, Browser browser) {
        Visitor home = browser.visitor(Visitor.DESK).opens("/");
        install(portal, "payments", Fault.NONE);
        Answer enable = portal.console("module:enable " + MODULE);
        assertThat(enable.exit()).isNotZero();
        assertThat(enable.text()).contains("'payments' is already taken by pl.otwartagmina.service-payments");
        assertThat(portal.operator("module:list")).containsPattern(MODULE + " +\\| disabled");
        assertThat(home.tile("Płatności")).isVisible();
    }

    @Test
    void one_that_throws_in_its_view_says_so_and_so_does_its_tile(PortalProcess portal, Browser browser) {
        browser.expect("status of 503");
        Visitor home = browser.visitor(Visitor.PHONE).opens("/");
        install(portal, MODULE, Fault.THROWS_IN_VIEW);
        portal.operator("module:enable " + MODULE);
        assertThat(home.tile("Niesforna " + MODULE)).isVisible();

        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        visitor.tile("Niesforna " + MODULE).click();
        assertThat(visitor.heading()).hasText("Ta usługa jest chwilowo niedostępna");
        assertThat(visitor.page().getByText(Pattern.compile("Numer zdarzenia: \\S+")))
                .isVisible();
        assertThat(visitor.page().locator("body")).not().containsText("IllegalStateException");
        assertIll(portal, home, "the ceiling came down");
    }

    @Test
    void one_that_blocks_is_interrupted_while_others_go_on(PortalProcess portal, Browser browser) {
        browser.expect("status of 503");
        install(portal, MODULE, Fault.BLOCKS_IN_VIEW);
        portal.operator("module:enable " + MODULE);
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        visitor.tile("Niesforna " + MODULE).click();

        Visitor other = browser.visitor(Visitor.PHONE).opens("/pomoc");
        assertThat(other.heading()).hasText("Pomoc");
        assertThat(visitor.heading()).not().hasText("Ta usługa jest chwilowo niedostępna");

        assertThat(visitor.heading())
                .hasText(
                        "Ta usługa jest chwilowo niedostępna",
                        new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertIll(portal, other.opens("/"), "");
    }

    private void install(PortalProcess portal, String claims, Fault fault) {
        assertThat(portal.operator("module:install " + UnrulyKar.of(folder, MODULE, claims, fault)))
                .contains("Module '" + MODULE + "' is installed");
    }

    private static void assertIll(PortalProcess portal, Visitor home, String reason) {
        assertThat(home.tile("Niesforna " + MODULE))
                .containsText(Pattern.compile("Chwilowo niedostępne od \\d\\d:\\d\\d"));
        assertThat(portal.operator("module:list"))
                .containsPattern(MODULE + " +\\| failed")
                .containsPattern("Reason: .+" + reason);
    }
}
