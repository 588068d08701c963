package pl.otwartagmina.identity.internal.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.privacy.DataGroup;

/**
 * All that the portal holds of a person at a moment.
 *
 * @param gmina whose portal it is
 * @param person first and last name
 * @param missing titles of the modules that did not answer
 */
public record PersonalReport(
        Instant madeAt, Locale language, String gmina, String person, List<Part> parts, List<String> missing) {
    /** What one module holds. */
    public record Part(String module, String title, List<DataGroup> groups) {
        public Part {
            groups = List.copyOf(groups);
        }
    }

    public PersonalReport {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }

    /** Holds the data of a person. */
    @Override
    public String toString() {
        return "report of " + madeAt;
    }
}
