package pl.otwartagmina.lifecycle;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.VersionRange;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.lifecycle.ModuleFeature.Need;
import pl.otwartagmina.lifecycle.ModuleFeature.Part;

/** Reads the features of Karaf. It never installs one: that takes Karaf up to half a second. */
final class KarafFeatures implements FeatureCatalog {
    private static final String KARAFS_OWN = "mvn:org.apache.karaf.";

    private final FeaturesService features;

    KarafFeatures(FeaturesService features) {
        this.features = features;
    }

    @Override
    public List<ModuleFeature> known() {
        return modules(all(), all());
    }

    @Override
    public Set<String> core() {
        Set<String> locations = new HashSet<>();
        for (Feature feature : told(features::listInstalledFeatures)) {
            feature.getBundles().forEach(bundle -> locations.add(bundle.getLocation()));
        }
        return locations;
    }

    @Override
    public List<ModuleFeature> read(URI repository) throws ModuleRefused {
        List<Feature> own;
        try {
            own = List.of(features.createRepository(repository).getFeatures());
        } catch (Exception e) {
            throw new ModuleRefused(Reasons.rootCause(e) + ": the feature repository cannot be read.");
        }
        for (Feature feature : own) {
            if (!feature.getConfigurations().isEmpty()
                    || !feature.getConfigurationFiles().isEmpty()
                    || !feature.getConditional().isEmpty()) {
                throw new ModuleRefused("Feature " + feature.getId()
                        + " has <config>, <configfile> or <conditional>, which modules may not use:"
                        + " give the defaults in the component.");
            }
        }
        List<Feature> together = new ArrayList<>(own);
        together.addAll(all());
        return modules(own, together);
    }

    @Override
    public void add(URI repository) throws ModuleRefused {
        try {
            features.addRepository(repository);
        } catch (Exception e) {
            throw new ModuleRefused(Reasons.rootCause(e) + ": the feature repository cannot be added.");
        }
    }

    @Override
    public boolean has(URI repository) {
        return Arrays.stream(told(features::listRepositories))
                .anyMatch(known -> known.getURI().equals(repository));
    }

    @Override
    public void remove(URI repository) throws ModuleRefused {
        try {
            features.removeRepository(repository, false);
        } catch (Exception e) {
            throw new ModuleRefused(Reasons.rootCause(e) + ": the feature repository cannot be removed.");
        }
    }

    private List<Feature> all() {
        return List.of(told(features::listFeatures));
    }

    private List<ModuleFeature> modules(Collection<Feature> wanted, Collection<Feature> all) {
        Map<String, List<Feature>> byName = new HashMap<>();
        all.forEach(f ->
                byName.computeIfAbsent(f.getName(), name -> new ArrayList<>()).add(f));
        return wanted.stream()
                .filter(KarafFeatures::isModule)
                .map(f -> new Reading(byName).read(f))
                .filter(module -> !module.bundles().isEmpty())
                .toList();
    }

    /** Karaf itself has features named service-security and service-wrapper. */
    private static boolean isModule(Feature feature) {
        return ModuleFeature.idOf(feature.getName()).isPresent()
                && !feature.isBlacklisted()
                && !Objects.requireNonNullElse(feature.getRepositoryUrl(), "").startsWith(KARAFS_OWN);
    }

    private static <T> T told(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException("The features service does not answer", e);
        }
    }

    /** One module's feature with the library features below it made flat. */
    private final class Reading {
        private final Map<String, List<Feature>> byName;
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private final List<Need> needs = new ArrayList<>();
        private final Set<String> unknown = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();

        Reading(Map<String, List<Feature>> byName) {
            this.byName = byName;
        }

        ModuleFeature read(Feature feature) {
            collect(feature);
            return new ModuleFeature(
                    feature.getName(),
                    feature.getVersion(),
                    Objects.requireNonNullElse(feature.getDescription(), ""),
                    needs,
                    List.copyOf(unknown),
                    List.copyOf(parts.values()),
                    URI.create(Objects.requireNonNullElse(feature.getRepositoryUrl(), "")));
        }

        private void collect(Feature feature) {
            if (!seen.add(feature.getId())) {
                return;
            }
            for (Dependency dependency : feature.getDependencies()) {
                Optional<String> module = ModuleFeature.idOf(dependency.getName());
                if (module.isPresent()) {
                    needs.add(new Need(module.get(), range(dependency)));
                } else {
                    library(dependency);
                }
            }
            for (BundleInfo bundle : feature.getBundles()) {
                if (!bundle.isBlacklisted()) {
                    parts.putIfAbsent(
                            bundle.getLocation(),
                            new Part(bundle.getLocation(), bundle.getStartLevel(), bundle.isStart()));
                }
            }
        }

        private void library(Dependency dependency) {
            List<Feature> fitting = byName.getOrDefault(dependency.getName(), List.of()).stream()
                    .filter(f -> range(dependency)
                            .map(r -> r.includes(ModuleFeature.orderOf(f.getVersion())))
                            .orElse(true))
                    .sorted(Comparator.comparing((Feature f) -> ModuleFeature.orderOf(f.getVersion()))
                            .reversed())
                    .toList();
            if (fitting.isEmpty()) {
                unknown.add(dependency.getName());
            } else if (fitting.stream().noneMatch(features::isInstalled)) {
                collect(fitting.get(0));
            }
        }

        private Optional<VersionRange> range(Dependency dependency) {
            if (!dependency.hasVersion()) {
                return Optional.empty();
            }
            String version = dependency.getVersion();
            if (version.startsWith("[") || version.startsWith("(")) {
                return Optional.of(VersionRange.valueOf(version));
            }
            String exact = ModuleFeature.orderOf(version).toString();
            return Optional.of(VersionRange.valueOf("[" + exact + "," + exact + "]"));
        }
    }
}
