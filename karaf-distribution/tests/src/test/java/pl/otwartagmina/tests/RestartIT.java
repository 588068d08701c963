package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A portal of its own: payments are switched off, then the machine loses power, then it starts with other settings. */
@RunningPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartIT {
    private final Path data = PortalExtension.dataFolder();
    private PortalProcess portal = PortalProcess.start(data).withModule("payments");

    @BeforeAll
    void restart() throws IOException {
        portal.operator("module:disable payments");
        portal.killHard();
        Files.writeString(data.resolve("etc/pl.otwartagmina.session.cfg"), "idleSeconds = 20\nwarningSeconds = 15\n");
        portal = PortalProcess.start(data);
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    void a_module_switched_off_stays_off_and_can_be_switched_on() {
        assertThat(list()).contains("| disabled");
        portal.operator("module:enable payments");
        assertThat(list()).contains("| enabled");
        portal.operator("module:disable payments");
    }

    @Test
    void who_does_nothing_is_warned_and_may_stay(Browser browser) {
        Visitor resident = browser.visitor(portal, Visitor.DESK).signsIn();
        Locator stay = resident.named(AriaRole.BUTTON, "Zostań");
        assertThat(stay).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        assertThat(resident.page()
                        .getByText("Od dłuższego czasu nic tu nie robisz")
                        .first())
                .isVisible();
        stay.click();
        assertThat(stay).isHidden();
        assertThat(resident.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();

        // and who does not answer the second warning is signed out
        assertThat(resident.heading()).hasText("Logowanie", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
        assertThat(resident.page().getByText(Pattern.compile("^Wylogowaliśmy Cię")))
                .isVisible();
    }

    private String list() {
        return portal.operator("module:list");
    }
}
