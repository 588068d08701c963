package pl.otwartagmina.lifecycle;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * One version of a module, as a feature repository describes it.
 *
 * @param name name of the feature, {@code service-<id>} or {@code integration-<id>}
 * @param version as written in the feature
 * @param needs the modules it needs
 * @param unknown names of other features it needs and that no repository describes
 * @param bundles in the order in which they start: those of library features first
 * @param repository where the feature was read
 */
record ModuleFeature(
        String name,
        String version,
        String description,
        List<Need> needs,
        List<String> unknown,
        List<Part> bundles,
        URI repository) {

    private static final String SERVICE = "service-";
    private static final String INTEGRATION = "integration-";
    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:[.-](.*))?");

    ModuleFeature {
        needs = List.copyOf(needs);
        unknown = List.copyOf(unknown);
        bundles = List.copyOf(bundles);
    }

    /** Another module that must be enabled before. */
    record Need(String id, Optional<VersionRange> range) {
        boolean isMetBy(ModuleFeature module) {
            return module.id().equals(id)
                    && range.map(r -> r.includes(module.order())).orElse(true);
        }

        @Override
        public String toString() {
            return "'" + id + "'" + range.map(r -> " " + r).orElse("");
        }
    }

    /**
     * A bundle of the module.
     *
     * @param startLevel 0 for the framework's usual one
     * @param starts false for a bundle that is only to be installed
     */
    record Part(String location, int startLevel, boolean starts) {}

    /** The id of the module that a feature of this name is, if it is one. */
    static Optional<String> idOf(String feature) {
        for (String prefix : List.of(SERVICE, INTEGRATION)) {
            if (feature.startsWith(prefix) && feature.length() > prefix.length()) {
                return Optional.of(feature.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /** OSGi's form of a version written as Maven does: {@code 1.2-SNAPSHOT} is {@code 1.2.0.SNAPSHOT}. */
    static Version orderOf(String version) {
        Matcher parts = VERSION.matcher(version.strip());
        if (!parts.matches()) {
            return new Version(0, 0, 0, version.replaceAll("[^A-Za-z0-9_-]", "_"));
        }
        return new Version(
                number(parts.group(1)),
                number(parts.group(2)),
                number(parts.group(3)),
                parts.group(4) == null ? "" : parts.group(4).replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    String id() {
        return idOf(name).orElseThrow(() -> new IllegalStateException("Not the feature of a module: " + name));
    }

    /** Whether residents see it: an integration has no page of its own. */
    boolean isService() {
        return name.startsWith(SERVICE);
    }

    Version order() {
        return orderOf(version);
    }

    boolean lists(String location) {
        return bundles.stream().anyMatch(part -> part.location().equals(location));
    }

    boolean needs(String module) {
        return needs.stream().anyMatch(need -> need.id().equals(module));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", id(), version);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
