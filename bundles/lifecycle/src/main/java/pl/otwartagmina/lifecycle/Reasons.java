package pl.otwartagmina.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says in an operator's words why something does not start. */
final class Reasons {
    private static final Pattern WANTED = Pattern.compile("\\(([\\w.]+)=([^()]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^()]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^()]+)\\)\\)");
    private static final Pattern THROWN =
            Pattern.compile("(?:Caused by: )?([\\w.$]+(?:Exception|Error|[\\w$]+))(?:: (.*))?");

    private Reasons() {}

    /** The message of the deepest cause, with its kind where the message alone would not tell. */
    static String rootCause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return worded(deepest.getClass().getName(), deepest.getMessage());
    }

    /** The same for an exception that was written down with its stack trace. */
    static String rootCause(String stackTrace) {
        List<String> lines = stackTrace.lines().toList();
        String last = lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce(lines.isEmpty() ? "" : lines.get(0), (first, second) -> second);
        Matcher thrown = THROWN.matcher(last);
        return thrown.matches() ? worded(Objects.requireNonNull(thrown.group(1)), thrown.group(2)) : last.strip();
    }

    /** What the bundle imports or requires and nobody offers; none if it can be resolved. */
    static List<String> missing(Bundle bundle, FrameworkWiring wiring) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || bundle.getState() != Bundle.INSTALLED) {
            return List.of();
        }
        return revision.getDeclaredRequirements(null).stream()
                .filter(Reasons::isMandatory)
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(Reasons::worded)
                .distinct()
                .toList();
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        var directives = requirement.getDirectives();
        return !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                && !"dynamic".equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                && Constants.EFFECTIVE_RESOLVE.equals(
                        directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
    }

    private static String worded(BundleRequirement requirement) {
        String filter = Objects.toString(requirement.getDirectives().get(Constants.FILTER_DIRECTIVE), "");
        Matcher wanted = WANTED.matcher(filter);
        String kind =
                switch (requirement.getNamespace()) {
                    case "osgi.wiring.package" -> "package";
                    case "osgi.wiring.bundle" -> "bundle";
                    case "osgi.wiring.host" -> "host bundle";
                    case "osgi.ee" -> "Java version";
                    default -> "capability " + requirement.getNamespace();
                };
        return kind + " " + (wanted.find() ? wanted.group(2) : filter) + range(filter);
    }

    private static String range(String filter) {
        Matcher from = FROM.matcher(filter);
        Matcher below = BELOW.matcher(filter);
        if (!from.find()) {
            return "";
        }
        return below.find()
                ? String.format(Locale.ROOT, " [%s,%s)", from.group(1), below.group(1))
                : " " + from.group(1) + " or newer";
    }

    private static String worded(String type, @org.jspecify.annotations.Nullable String message) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return message == null || message.isBlank() ? simple : message.strip() + " (" + simple + ")";
    }
}
