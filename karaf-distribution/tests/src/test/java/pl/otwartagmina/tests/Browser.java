package pl.otwartagmina.tests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The browser of one test, and what its pages complained about. */
final class Browser {
    private static final String SHOWN =
            "() => [document.readyState, ...[...document.querySelectorAll('main, [role=alert], [role=dialog]')]"
                    + ".map(part => part.innerText), document.body?.innerText ?? 'no body'].join(' | ')"
                    + ".replace(/\\s+/g, ' ').slice(0, 500)";

    private final Chromium chromium;
    private final Supplier<PortalProcess> shared;
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Pattern expected = Pattern.compile("(?!)");

    Browser(Chromium chromium, Supplier<PortalProcess> shared) {
        this.chromium = chromium;
        this.shared = shared;
    }

    /** A new visitor of the demo, with a window so wide. */
    Visitor visitor(int width) {
        return visitor(shared.get(), width);
    }

    Visitor visitor(PortalProcess portal, int width) {
        BrowserContext profile = chromium.profile(width);
        profiles.add(profile);
        Page page = profile.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complain(message.text() + " at " + message.location());
            }
        });
        page.onPageError(this::complain);
        Visitor visitor = new Visitor(portal, page);
        visitors.add(visitor);
        return visitor;
    }

    /** Complaints that this test brings about on purpose. */
    void expect(String pattern) {
        expected = Pattern.compile(pattern);
    }

    List<String> complaints() {
        return complaints;
    }

    /** What each window shows, for whoever reads only the log of the build. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (Visitor visitor : visitors) {
            shown.append("\nA window at ").append(visitor.page().url()).append(" shows: ");
            try {
                shown.append(visitor.page().evaluate(SHOWN));
            } catch (PlaywrightException gone) {
                shown.append("nothing (").append(gone.getMessage()).append(')');
            }
        }
        return shown.toString();
    }

    /** Closes all windows; where the test failed, pictures of them are left. */
    void finish(String failed) {
        for (Visitor visitor : failed.isEmpty() ? List.<Visitor>of() : visitors) {
            Path picture = PortalProcess.HOME.resolve("karaf-distribution/tests/target/failed/"
                    + failed.replaceAll("[^A-Za-z0-9_]+", "-") + "-" + visitors.indexOf(visitor) + ".png");
            try {
                visitor.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
            } catch (PlaywrightException noPicture) {
                complain("No picture of the failure: " + noPicture.getMessage());
            }
        }
        profiles.forEach(BrowserContext::close);
    }

    private void complain(String words) {
        if (!expected.matcher(words).find()) {
            complaints.add(words);
        }
    }
}
