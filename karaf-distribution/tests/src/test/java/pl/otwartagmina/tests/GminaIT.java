package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator saves etc/pl.otwartagmina.shell.cfg while people look on. */
@RunningPortal
class GminaIT {
    /** Changed files are looked for every second. */
    private static final double SOON = 15_000;

    private Path settings = Path.of("");
    private String before = "";

    @BeforeEach
    void remember(PortalProcess portal) throws IOException {
        settings = portal.data().resolve("etc/pl.otwartagmina.shell.cfg");
        before = Files.readString(settings);
    }

    @AfterEach
    void as_it_was(Browser browser) throws IOException {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/");
        Files.writeString(settings, before);
        assertThat(visitor.page().locator(".og-brand")).containsText("Gmina Modrzewiny", soon());
        assertThat(visitor.page().locator(".og-banner")).isHidden(hiddenSoon());
    }

    @Test
    void another_theme_shows_in_open_windows(Browser browser) throws IOException {
        Visitor visitor = browser.visitor(Visitor.DESK).opens("/pomoc");
        visitor.marks();
        String crest = visitor.page().locator(".og-crest").getAttribute("src");
        String primary = primary(visitor.page());
        save("theme = modrzewiny", "theme = nowy-brzeg");
        assertThat(visitor.page().locator(".og-brand")).containsText("Nowy Brzeg", soon());
        assertThat(visitor.page()).hasTitle(Pattern.compile("^Pomoc – .*Nowy Brzeg"));
        assertThat(visitor.page().locator(".og-crest")).not().hasAttribute("src", crest);
        Until.holds("the colours of Nowy Brzeg", java.time.Duration.ofSeconds(10), () -> !primary(visitor.page())
                .equals(primary));
        org.assertj.core.api.Assertions.assertThat(visitor.isSameWindow()).isTrue();
    }

    @Test
    void a_warning_shows_in_open_windows_over_a_websocket(Browser browser) throws IOException {
        Visitor visitor = browser.visitor(Visitor.PHONE);
        List<String> sockets = new CopyOnWriteArrayList<>();
        visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> sockets.add(frame.text())));
        visitor.opens("/");
        warn();
        assertThat(visitor.page().locator(".og-banner")).hasText("Jutro nie będzie wody", text());
        org.assertj.core.api.Assertions.assertThat(sockets)
                .as("frames of the WebSocket")
                .anyMatch(frame -> frame.contains("Jutro nie będzie wody"));
    }

    @Test
    void a_warning_shows_also_where_a_network_blocks_websockets(Browser browser) throws IOException {
        browser.expect("WebSocket");
        Visitor visitor = browser.visitor(Visitor.DESK);
        Consumer<WebSocketRoute> refuse = route -> route.close();
        visitor.page().routeWebSocket(Pattern.compile(".*"), refuse);
        List<String> polls = new CopyOnWriteArrayList<>();
        visitor.page().onRequest(request -> {
            if (request.url().contains("long-polling")) {
                polls.add(request.url());
            }
        });
        visitor.opens("/");
        visitor.page().waitForCondition(() -> !polls.isEmpty());
        warn();
        assertThat(visitor.page().locator(".og-banner")).hasText("Jutro nie będzie wody", text());
    }

    private void warn() throws IOException {
        save("bannerPl =", "bannerPl = Jutro nie będzie wody");
    }

    private void save(String old, String now) throws IOException {
        Files.writeString(settings, before.replace(old, now));
    }

    private static String primary(Page page) {
        return (String)
                page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--og-primary')");
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions soon() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions text() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(SOON);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions hiddenSoon() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions().setTimeout(SOON);
    }
}
