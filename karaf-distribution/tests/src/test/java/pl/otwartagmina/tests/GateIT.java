package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.tests.question.QuestionService;

/** A visitor has filled in a form, and sending it takes signing in: they do it beside the form, and it goes on by itself. */
@RunningPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateIT {
    private static final String MODULE = "pytanie";

    @BeforeAll
    void install(PortalProcess portal, @TempDir Path folder) throws IOException {
        Path messages = Files.writeString(
                folder.resolve("messages.properties"),
                """
                pytanie.title = Pytanie do urzędu
                pytanie.summary = Zapytaj urząd.
                pytanie.lead = Odpowiemy w ciągu tygodnia.
                pytanie.question = Pytanie
                pytanie.send = Zapytaj
                pytanie.sent = Pyta {0}: {1}
                """);
        Path kar = Kar.of(
                folder,
                MODULE,
                QuestionService.class,
                builder -> builder.setIncludeResource("i18n/messages.properties=" + messages));
        portal.operator("module:install " + kar);
        portal.operator("module:enable " + MODULE);
    }

    @AfterAll
    void remove(PortalProcess portal) {
        portal.operator("module:remove " + MODULE);
    }

    @AtBothWidths
    void a_visitor_signs_in_beside_the_form_and_it_goes_on(int width, Browser browser) {
        Visitor visitor = browser.visitor(width).opens("/e/pytanie");
        visitor.marks();
        visitor.page().getByLabel("Pytanie").fill("Kiedy jest sesja rady?");
        visitor.named(AriaRole.BUTTON, "Zapytaj").click();
        assertThat(visitor.page().getByText("Ta czynność wymaga zalogowania.")).isVisible();
        List<String> findings = new ArrayList<>();
        AccessibilityIT.judge(visitor, "the gate for a visitor", findings);
        assertThat(findings).isEmpty();

        Page beside = visitor.page()
                .waitForPopup(() -> visitor.named(AriaRole.LINK, Pattern.compile("^Zaloguj się .*nowej karcie"))
                        .click());
        new Visitor(visitor.portal(), beside).fillsIn();
        beside.keyboard().press("Enter");

        assertThat(visitor.page().getByText("Pyta Anna Kowalska: Kiedy jest sesja rady?"))
                .isVisible();
        assertThat(visitor.page().getByLabel("Pytanie")).hasValue("Kiedy jest sesja rady?");
        assertThat(visitor.named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
        assertThat(visitor.isSameWindow()).isTrue();
        visitor.page().waitForCondition(beside::isClosed);
    }
}
