package pl.otwartagmina.api.lifecycle;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs, enables and disables modules. The state told is the container's: nothing is kept beside it.
 *
 * <p>One change at a time; a second waits.
 */
@ProviderType
public interface Modules {
    /** All modules known, by id. */
    List<ModuleStatus> all();

    /** One of them. */
    Optional<ModuleStatus> find(String id);

    /**
     * Starts a module with all it needs: bundles, migrations, health check. An enabled module is left as it is.
     *
     * @throws ModuleRefused with the reason; all is as it was before
     */
    ModuleStatus enable(String id) throws ModuleRefused;

    /**
     * Stops a module. Its tables and settings stay.
     *
     * @throws ModuleRefused if other enabled modules need it, naming them
     */
    ModuleStatus disable(String id) throws ModuleRefused;

    /**
     * Makes known the modules of a KAR file. Nothing is started.
     *
     * @return ids of the modules in it
     * @throws ModuleRefused if it is no KAR, or not whole
     */
    List<String> install(java.nio.file.Path kar) throws ModuleRefused;

    /**
     * Goes over to the newest version known; the new one starts before the old one stops.
     *
     * @throws ModuleRefused with the reason; the old version then goes on
     */
    ModuleStatus upgrade(String id) throws ModuleRefused;

    /**
     * Forgets a module that was installed from a KAR, disabling it first. Its tables stay.
     *
     * @throws ModuleRefused if others need it, or it belongs to the distribution
     */
    void remove(String id) throws ModuleRefused;
}
