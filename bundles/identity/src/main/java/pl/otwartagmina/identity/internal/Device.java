package pl.otwartagmina.identity.internal;

import java.util.Map;

/**
 * A browser by the names that people know, as far as its User-Agent tells.
 *
 * @param browser such as Firefox; empty if unknown
 * @param system such as Android; empty if unknown
 */
public record Device(String browser, String system) {
    /** The more exact first: every browser also calls itself by older names. */
    private static final Map<String, String> BROWSERS =
            Map.of("Edg", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome");

    private static final Map<String, String> SYSTEMS = Map.of(
            "Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Macintosh", "macOS");

    /** Where a text comes from. */
    @FunctionalInterface
    public interface Messages {
        String text(String key, Object... arguments);
    }

    public static Device of(String userAgent) {
        String later = userAgent.contains("Chrome/") ? "Chrome" : userAgent.contains("Safari/") ? "Safari" : "";
        return new Device(
                find(BROWSERS, userAgent, later), find(SYSTEMS, userAgent, userAgent.contains("Linux") ? "Linux" : ""));
    }

    /** Such as "Firefox, Windows". */
    public String words(Messages messages) {
        String name = browser.isEmpty() ? messages.text("identity.session.unknown") : browser;
        return system.isEmpty() ? name : messages.text("identity.session.device", name, system);
    }

    private static String find(Map<String, String> names, String userAgent, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
