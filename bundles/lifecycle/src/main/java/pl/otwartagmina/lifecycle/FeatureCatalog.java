package pl.otwartagmina.lifecycle;

import java.net.URI;
import java.util.List;
import java.util.Set;
import pl.otwartagmina.api.lifecycle.ModuleRefused;

/** The modules that the container's feature repositories describe. */
interface FeatureCatalog {
    /** Every version of every module. */
    List<ModuleFeature> known();

    /** Locations of the bundles that the container itself installed by feature: these are never taken away. */
    Set<String> core();

    /**
     * Reads a repository without making it known.
     *
     * @throws ModuleRefused if it cannot be read, or asks for what the life cycle does not do
     */
    List<ModuleFeature> read(URI repository) throws ModuleRefused;

    /**
     * Makes a repository known, for good.
     *
     * @throws ModuleRefused if it cannot be read
     */
    void add(URI repository) throws ModuleRefused;

    /** Whether a repository is known. */
    boolean has(URI repository);

    /**
     * Forgets a repository.
     *
     * @throws ModuleRefused if the container needs it
     */
    void remove(URI repository) throws ModuleRefused;
}
