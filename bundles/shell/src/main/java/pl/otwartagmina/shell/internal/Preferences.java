package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/**
 * How this browser wants the portal: kept in cookies, so that it holds before and after signing in.
 *
 * @param locale one of the portal's languages
 * @param highContrast yellow on black
 * @param fontSize in percent: 100, 125, 150 or 200
 */
public record Preferences(Locale locale, boolean highContrast, int fontSize) {
    private static final String LANGUAGE = "og-lang";
    private static final String CONTRAST = "og-contrast";
    private static final String FONT = "og-font";
    private static final int[] FONT_SIZES = {100, 125, 150, 200};

    public Preferences {
        if (Arrays.binarySearch(FONT_SIZES, fontSize) < 0) {
            fontSize = FONT_SIZES[0];
        }
    }

    /** From the cookies of the request; the language from the browser's own where none was chosen. */
    public static Preferences of(VaadinRequest request) {
        Locale locale = cookie(request, LANGUAGE)
                .map(PortalTexts::supported)
                .orElseGet(() -> PortalTexts.supported(
                        request.getLocale() == null ? "pl" : request.getLocale().toLanguageTag()));
        boolean contrast = cookie(request, CONTRAST).filter("high"::equals).isPresent();
        int font = cookie(request, FONT)
                .filter(text -> text.matches("\\d{3}"))
                .map(Integer::parseInt)
                .orElse(FONT_SIZES[0]);
        return new Preferences(locale, contrast, font);
    }

    /** Whether a language was chosen in this browser before. */
    public static boolean hasLanguage(VaadinRequest request) {
        return cookie(request, LANGUAGE).isPresent();
    }

    /** How this window is shown, also where nobody has asked: when the server changes the page by itself. */
    public static Preferences of(UI ui) {
        return Objects.requireNonNull(ComponentUtil.getData(ui, Preferences.class), "set when the window was opened");
    }

    /** From now on {@link #of(UI)} of this window. */
    public void keepFor(UI ui) {
        ComponentUtil.setData(ui, Preferences.class, this);
    }

    public Preferences in(Locale other) {
        return new Preferences(other, highContrast, fontSize);
    }

    public Preferences withOtherContrast() {
        return new Preferences(locale, !highContrast, fontSize);
    }

    /** The next larger letters, after the largest the smallest. */
    public Preferences withNextFontSize() {
        int at = Arrays.binarySearch(FONT_SIZES, fontSize);
        return new Preferences(locale, highContrast, FONT_SIZES[(at + 1) % FONT_SIZES.length]);
    }

    /** Value of {@code data-contrast} on the page. */
    public String contrastName() {
        return highContrast ? "high" : "normal";
    }

    /** Writes the cookies; without a response, as in a push, they stay as they were. */
    public void keep(@Nullable VaadinResponse response, boolean secure) {
        if (response == null) {
            return;
        }
        keep(response, secure, LANGUAGE, locale.getLanguage());
        keep(response, secure, CONTRAST, contrastName());
        keep(response, secure, FONT, Integer.toString(fontSize));
    }

    private static void keep(VaadinResponse response, boolean secure, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
