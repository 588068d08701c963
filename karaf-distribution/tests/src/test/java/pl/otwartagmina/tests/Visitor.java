package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person in front of a window. Finds things as people and screen readers do: by what they are and what they are called.
 */
record Visitor(PortalProcess portal, Page page) {
    static final int PHONE = 390;
    static final int DESK = 1440;

    /** Opens an address of the portal and waits until the page is there. */
    Visitor opens(String path) {
        page.navigate(portal.url(path));
        assertThat(heading()).isVisible();
        return this;
    }

    /** Signs in as the resident of the demo. */
    Visitor signsIn() {
        return signsIn("demo", "demo");
    }

    Visitor signsIn(String user, String password) {
        opens("/logowanie");
        fillsIn(user, password);
        page.keyboard().press("Enter");
        assertThat(named(AriaRole.BUTTON, "Wyloguj się")).isVisible();
        return this;
    }

    /** Types user name and password of the demo. */
    void fillsIn() {
        fillsIn("demo", "demo");
    }

    private void fillsIn(String user, String password) {
        page.getByLabel("Nazwa użytkownika").fill(user);
        page.getByLabel("Hasło", new Page.GetByLabelOptions().setExact(true)).fill(password);
    }

    /** Wants letters and colours as the cookies say that keep it. */
    Visitor prefers(boolean highContrast, int fontSize) {
        page.context()
                .addCookies(List.of(
                        new Cookie("og-contrast", highContrast ? "high" : "normal").setUrl(portal.url("/")),
                        new Cookie("og-font", String.valueOf(fontSize)).setUrl(portal.url("/"))));
        return this;
    }

    /** The one heading of the page that is shown. */
    Locator heading() {
        return page.locator("main h1");
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator named(AriaRole role, Pattern name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator tile(String title) {
        return page.locator("a.og-tile")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    /** The entry of the menu, also where the menu is a drawer that is closed. */
    Locator menuEntry(String title) {
        return page.locator("nav.og-menu a").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** Makes sure that the page is not loaded anew behind our back: a reload would forget this. */
    void marks() {
        page.evaluate("() => { window.sameWindow = true; }");
    }

    boolean isSameWindow() {
        return Boolean.TRUE.equals(page.evaluate("() => window.sameWindow === true"));
    }
}
