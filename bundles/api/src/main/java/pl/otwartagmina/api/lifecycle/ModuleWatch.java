package pl.otwartagmina.api.lifecycle;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the shell knows of the modules that run: whether one is shown, and what is wrong with it. */
@ProviderType
public interface ModuleWatch {
    /** Whether the version of the module that this bundle brings is on the portal's pages. */
    boolean shows(String id, long bundleId);

    /** Why the module of this bundle cannot be used now, for the operator; empty while all is well or it is not there. */
    Optional<String> trouble(long bundleId);

    /**
     * Tells whenever modules came to the pages or left them, after {@link #shows} answers so. The listener returns at once.
     *
     * @return ends it
     */
    Runnable onChange(Runnable listener);

    /** Forgets past trouble, after the cause was mended. */
    void forgive(String id);
}
