package pl.otwartagmina.lifecycle;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import pl.otwartagmina.lifecycle.ModuleFeature.Need;
import pl.otwartagmina.lifecycle.ModuleFeature.Part;

/**
 * Which modules are known and which of them are switched on, read from the container at one moment.
 *
 * <p>A module is on while the framework holds its bundles and would start them again after a restart.
 */
final class Inventory {
    private final List<ModuleFeature> known;
    private final Set<String> core;
    private final Map<String, Bundle> installed;
    private final Map<String, ModuleFeature> running = new HashMap<>();

    Inventory(FeatureCatalog catalog, BundleContext context) {
        known = catalog.known().stream()
                .sorted(Comparator.comparing(ModuleFeature::order).reversed())
                .toList();
        core = catalog.core();
        installed = Arrays.stream(context.getBundles())
                .collect(Collectors.toMap(Bundle::getLocation, Function.identity(), (first, second) -> first));
        ids().forEach(id -> findRunning(id).ifPresent(module -> running.put(id, module)));
    }

    SortedSet<String> ids() {
        return known.stream().map(ModuleFeature::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The version that is switched on. */
    Optional<ModuleFeature> running(String id) {
        return Optional.ofNullable(running.get(id));
    }

    Optional<ModuleFeature> newest(String id) {
        return known.stream().filter(module -> module.id().equals(id)).findFirst();
    }

    Optional<ModuleFeature> newest(Need need) {
        return known.stream().filter(need::isMetBy).findFirst();
    }

    /** The modules switched on that need this one, by id. */
    List<ModuleFeature> dependents(String id) {
        return running.values().stream()
                .filter(module -> module.needs(id))
                .sorted(Comparator.comparing(ModuleFeature::id))
                .toList();
    }

    /** The versions of modules that fit. */
    List<ModuleFeature> versions(Predicate<ModuleFeature> choice) {
        return known.stream().filter(choice).toList();
    }

    Optional<Bundle> bundle(String location) {
        return Optional.ofNullable(installed.get(location));
    }

    boolean isCore(Bundle bundle) {
        return core.contains(bundle.getLocation());
    }

    /** The bundles of this version that are there and do not belong to the container. */
    List<Bundle> bundles(ModuleFeature module) {
        return module.bundles().stream()
                .filter(part -> !core.contains(part.location()))
                .flatMap(part -> bundle(part.location()).stream())
                .toList();
    }

    /** What has to be there for this version and is not. */
    List<String> missing(ModuleFeature module) {
        return module.bundles().stream()
                .map(Part::location)
                .filter(location -> !installed.containsKey(location))
                .toList();
    }

    /** The bundles of the module's versions that nobody else needs, other than those in {@code kept}. */
    List<Bundle> dispensable(String id, Collection<Part> kept) {
        Set<String> needed = new HashSet<>(core);
        kept.forEach(part -> needed.add(part.location()));
        Predicate<ModuleFeature> own = module -> module.id().equals(id);
        return unneeded(
                versions(own),
                needed,
                running.values().stream().filter(own.negate()).toList());
    }

    /** Bundles of modules that are off: what a portal left that was killed in the middle of a command. */
    List<Bundle> leftovers() {
        return unneeded(known, new HashSet<>(core), running.values());
    }

    /** Whether the bundle was brought by a module, so that it may be restarted for another one's sake. */
    boolean isModules(Bundle bundle) {
        return !core.contains(bundle.getLocation())
                && known.stream().anyMatch(module -> module.lists(bundle.getLocation()));
    }

    static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private List<Bundle> unneeded(
            Collection<ModuleFeature> modules, Set<String> needed, Collection<ModuleFeature> others) {
        others.forEach(module -> module.bundles().forEach(part -> needed.add(part.location())));
        return modules.stream()
                .flatMap(module -> module.bundles().stream())
                .map(Part::location)
                .distinct()
                .filter(location -> !needed.contains(location))
                .flatMap(location -> bundle(location).stream())
                .toList();
    }

    private Optional<ModuleFeature> findRunning(String id) {
        List<ModuleFeature> versions = versions(module -> module.id().equals(id));
        return versions.stream()
                .filter(module -> module.bundles().stream().allMatch(this::isOn))
                .findFirst()
                .or(() -> versions.stream().filter(this::isPartlyOn).findFirst());
    }

    /** Something that only this version lists is on: somebody took away the rest by hand. */
    private boolean isPartlyOn(ModuleFeature module) {
        return module.bundles().stream()
                .filter(Part::starts)
                .filter(part -> known.stream().noneMatch(other -> other != module && other.lists(part.location())))
                .anyMatch(this::isOn);
    }

    private boolean isOn(Part part) {
        return bundle(part.location())
                .filter(bundle -> !part.starts()
                        || isFragment(bundle)
                        || bundle.adapt(BundleStartLevel.class).isPersistentlyStarted())
                .isPresent();
    }
}
