package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.lifecycle.ModuleFeature.Part;

/** The modules that came as KAR files. */
final class KarStock {
    private static final Logger LOG = LoggerFactory.getLogger(KarStock.class);

    private final KarFolders folders;
    private final BundleFiles files;
    private final FeatureCatalog catalog;

    KarStock(KarFolders folders, BundleFiles files, FeatureCatalog catalog) {
        this.folders = folders;
        this.files = files;
        this.catalog = catalog;
    }

    /** Makes known what is unpacked here, should the container have forgotten it. */
    void recall() {
        for (Path folder : folders.all()) {
            try {
                for (URI repository : folders.features(folder)) {
                    if (!catalog.has(repository)) {
                        catalog.add(repository);
                    }
                }
            } catch (ModuleRefused e) {
                LOG.warn("The modules of {} are not known: {}", folder, e.getMessage());
            }
        }
    }

    /**
     * Unpacks a KAR and makes its modules known.
     *
     * @return ids of the modules
     * @throws ModuleRefused if it is no KAR, not whole, or brings what is already known
     */
    List<String> install(Path kar, Inventory inventory) throws ModuleRefused {
        Path unpacked = folders.unpack(kar);
        List<ModuleFeature> modules;
        try {
            modules = read(unpacked);
            refuseUnlessWhole(kar, unpacked, modules, inventory);
        } catch (ModuleRefused | RuntimeException e) {
            folders.delete(unpacked);
            throw e;
        }
        Path folder = folders.keep(unpacked, kar);
        try {
            for (URI repository : folders.features(folder)) {
                catalog.add(repository);
            }
        } catch (ModuleRefused | RuntimeException e) {
            forget(folder);
            throw e;
        }
        return modules.stream().map(ModuleFeature::id).distinct().sorted().toList();
    }

    /** The KAR that brought this version; empty if it came with the portal. */
    Optional<Path> origin(ModuleFeature module) {
        return folders.holding(module.repository());
    }

    /** Forgets all modules of a KAR. */
    void forget(Path folder) throws ModuleRefused {
        for (URI repository : folders.features(folder)) {
            catalog.remove(repository);
        }
        folders.delete(folder);
    }

    private List<ModuleFeature> read(Path folder) throws ModuleRefused {
        List<ModuleFeature> modules = new ArrayList<>();
        for (URI repository : folders.features(folder)) {
            modules.addAll(catalog.read(repository));
        }
        return modules;
    }

    private void refuseUnlessWhole(Path kar, Path folder, List<ModuleFeature> modules, Inventory inventory)
            throws ModuleRefused {
        if (modules.isEmpty()) {
            throw new ModuleRefused(kar.getFileName()
                    + " brings no module: it has no feature service-<id> or integration-<id> with a bundle.");
        }
        for (ModuleFeature module : modules) {
            Optional<ModuleFeature> known = inventory.newest(module.id());
            if (known.isPresent() && !known.get().name().equals(module.name())) {
                throw new ModuleRefused("The id '" + module.id() + "' is taken by the feature "
                        + known.get().name() + ".");
            }
            if (!inventory
                    .versions(other ->
                            other.name().equals(module.name()) && other.order().equals(module.order()))
                    .isEmpty()) {
                throw new ModuleRefused("Module '" + module.id() + "' is already known in version "
                        + module.version() + ". Remove that first (module:remove " + module.id()
                        + "), or give the new one a higher version.");
            }
            for (Part part : module.bundles()) {
                refuseUnlessBundle(module, part.location(), folder);
            }
        }
    }

    private void refuseUnlessBundle(ModuleFeature module, String location, Path folder) throws ModuleRefused {
        if (!BundleFiles.isMaven(location)) {
            throw new ModuleRefused("Module '" + module.id() + "' lists the bundle " + location
                    + ", which is no mvn: address of a bundle in the KAR or the portal.");
        }
        Path file = files.find(location, Optional.of(folder))
                .orElseThrow(() -> new ModuleRefused("The KAR is not whole: module '" + module.id()
                        + "' lists the bundle " + location + ", which is neither in it nor in the portal."));
        try (JarFile jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw new ModuleRefused("The KAR is not right: " + location + " is no OSGi bundle.");
            }
        } catch (IOException e) {
            throw new ModuleRefused("The KAR is not whole: " + location + " cannot be read.");
        }
    }
}
