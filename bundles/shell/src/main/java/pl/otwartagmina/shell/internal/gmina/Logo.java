package pl.otwartagmina.shell.internal.gmina;

import java.util.Optional;

/**
 * A logo in the footer, such as that of the fund that paid for the portal.
 *
 * @param file name of a picture below {@code etc/logos}
 * @param text what it shows, for those who do not see it
 * @param url where it leads, empty for nowhere
 */
public record Logo(String file, String text, String url) {
    /** Reads {@code file | text | url}; empty where file or text is missing. */
    static Optional<Logo> parse(String line) {
        String[] parts = line.split("\\|", 3);
        if (parts.length < 2 || !parts[0].strip().matches("[\\w-]+\\.(svg|png)")) {
            return Optional.empty();
        }
        String url = parts.length > 2 ? parts[2].strip() : "";
        return Optional.of(new Logo(parts[0].strip(), parts[1].strip(), url.matches("https?://.+") ? url : ""));
    }
}
