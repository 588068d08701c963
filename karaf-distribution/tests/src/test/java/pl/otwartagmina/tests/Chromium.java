package pl.otwartagmina.tests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser's process: that of {@code PORTAL_CHROMIUM}, otherwise the one that {@code ./portal test} downloaded. */
final class Chromium implements AutoCloseable {
    private static final Optional<Path> INSTALLED =
            Optional.ofNullable(System.getenv("PORTAL_CHROMIUM")).map(Path::of);

    private static final int MILLIS_TO_WAIT = 15_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS_TO_WAIT);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        INSTALLED.ifPresentOrElse(options::setExecutablePath, () -> options.setChannel("chromium"));
        if (System.getProperty("user.name").equals("root")) {
            options.setArgs(List.of("--no-sandbox"));
        }
        browser = playwright.chromium().launch(options);
    }

    /** A browser profile of its own: no cookie of anybody else. */
    BrowserContext profile(int width) {
        BrowserContext profile = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("pl-PL")
                .setTimezoneId("Europe/Warsaw"));
        profile.setDefaultTimeout(MILLIS_TO_WAIT);
        return profile;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
