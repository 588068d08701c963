package pl.otwartagmina.bench;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser that looks at the home page and notes when a module's tile appears and when it goes. */
final class Browser implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 15_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Page page;

    Browser(URI home) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(List.of("--no-sandbox"));
        String chromium = System.getenv("PORTAL_CHROMIUM");
        if (chromium == null) {
            options.setChannel("chromium");
        } else {
            options.setExecutablePath(Path.of(chromium));
        }
        page = playwright.chromium().launch(options).newPage();
        page.navigate(home.toString());
        page.waitForSelector(".og-home h1");
    }

    /** Begins to watch the tile of a module. */
    void watch(String module) {
        // the time is taken in the frame that draws the change
        page.evaluate(
                """
                id => {
                  if (window.benchObserver) window.benchObserver.disconnect();
                  const there = () => document.querySelector('.og-tile[href$="e/' + id + '"]') !== null;
                  window.bench = {there: there(), changes: 0, at: 0};
                  window.benchObserver = new MutationObserver(() => {
                    if (there() !== window.bench.there) {
                      window.bench.there = !window.bench.there;
                      requestAnimationFrame(() => { window.bench.at = Date.now(); window.bench.changes++; });
                    }
                  });
                  window.benchObserver.observe(document.body, {childList: true, subtree: true});
                }""",
                module);
    }

    /** When the tile came or went for this many times since {@link #watch}, in milliseconds since 1970. */
    long awaitChange(int changes) {
        page.waitForFunction(
                "changes => window.bench.changes >= changes",
                changes,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS).setPollingInterval(20));
        return ((Number) page.evaluate("window.bench.at")).longValue();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
