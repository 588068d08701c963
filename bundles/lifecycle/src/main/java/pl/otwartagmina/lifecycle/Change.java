package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.lifecycle.ModuleFeature.Part;

/**
 * What one command installed and started, so that it can be taken back.
 *
 * <p>Bundles are started for this run only until {@link #keep}: a portal that is killed in between, or hung by the
 * module, comes up again without it.
 */
final class Change {
    private static final Logger LOG = LoggerFactory.getLogger(Change.class);
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BundleContext context;
    private final BundleFiles files;
    private final Removal removal;
    private final FrameworkWiring wiring;
    private final List<Bundle> installed = new ArrayList<>();
    private final Set<Bundle> started = new LinkedHashSet<>();
    private final Set<Bundle> ran = new LinkedHashSet<>();
    private final Set<Bundle> toKeep = new LinkedHashSet<>();

    Change(BundleContext context, BundleFiles files, Removal removal) {
        this.context = context;
        this.files = files;
        this.removal = removal;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /**
     * Felix now and then trips over its own lock of a bundle when another thread resolves in the same moment, as at the end of
     * the boot. It is asked again then.
     */
    private void resolve(List<Bundle> bundles) {
        for (int again = ATTEMPTS - 1; ; again--) {
            try {
                wiring.resolveBundles(bundles);
                return;
            } catch (IllegalStateException notLocked) {
                if (again == 0) {
                    throw notLocked;
                }
                LOG.info("The bundles of a module are resolved again: {}", notLocked.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * Installs what is not there and starts what does not run.
     *
     * @return all bundles of the module
     * @throws ModuleRefused with the reason why one cannot be installed, resolved or started
     */
    List<Bundle> bring(ModuleFeature module, Optional<Path> kar, Duration limit) throws ModuleRefused {
        List<Bundle> bundles = new ArrayList<>();
        for (Part part : module.bundles()) {
            bundles.add(install(part, kar));
        }
        resolve(bundles);
        List<Bundle> starting = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            if (module.bundles().get(i).starts() && !Inventory.isFragment(bundles.get(i))) {
                starting.add(bundles.get(i));
            }
        }
        for (Bundle bundle : starting) {
            List<String> missing = Reasons.missing(bundle, wiring);
            if (!missing.isEmpty()) {
                throw new ModuleRefused(
                        "there is no " + String.join(", no ", missing) + " for bundle " + bundle.getSymbolicName());
            }
        }
        toKeep.addAll(starting);
        start(
                module,
                starting.stream().filter(b -> b.getState() != Bundle.ACTIVE).toList(),
                limit);
        return bundles;
    }

    /** Stops bundles of a module that fails, so that {@link #bring} starts it afresh. */
    void pause(ModuleFeature module, List<Bundle> bundles) {
        ran.addAll(bundles);
        removal.pause("module-stop-" + module.id(), bundles);
    }

    /** Makes it last: from now on the container starts these bundles by itself. */
    void keep() throws ModuleRefused {
        try {
            for (Bundle bundle : toKeep) {
                bundle.start();
            }
        } catch (BundleException e) {
            throw new ModuleRefused(Reasons.rootCause(e));
        }
    }

    /**
     * Takes everything back.
     *
     * @return whether all is as before; if not, what is left goes as soon as its code lets it
     */
    boolean takeBack(String name, Predicate<Bundle> mayRestart) {
        List<Bundle> stopOnly = started.stream()
                .filter(bundle -> !installed.contains(bundle) && !ran.contains(bundle))
                .toList();
        return removal.remove(name, installed, mayRestart) & removal.pause(name, stopOnly);
    }

    private Bundle install(Part part, Optional<Path> kar) throws ModuleRefused {
        Bundle there = context.getBundle(part.location());
        if (there != null) {
            return there;
        }
        try {
            Bundle bundle = installNew(part.location(), kar);
            installed.add(bundle);
            if (part.startLevel() > 0) {
                bundle.adapt(BundleStartLevel.class).setStartLevel(part.startLevel());
            }
            return bundle;
        } catch (BundleException | IOException e) {
            throw new ModuleRefused(Reasons.rootCause(e) + ": bundle " + part.location() + " cannot be installed");
        }
    }

    private Bundle installNew(String location, Optional<Path> kar) throws BundleException, IOException, ModuleRefused {
        if (!BundleFiles.isMaven(location)) {
            return context.installBundle(location);
        }
        Path file = files.find(location, kar)
                .orElseThrow(() -> new ModuleRefused("bundle " + location + " is not in this portal"));
        try (InputStream content = Files.newInputStream(file)) {
            return context.installBundle(location, content);
        }
    }

    private void start(ModuleFeature module, List<Bundle> bundles, Duration limit) throws ModuleRefused {
        started.addAll(bundles);
        try {
            TimeLimit.run("module-start-" + module.id(), limit, () -> {
                for (Bundle bundle : bundles) {
                    bundle.start(Bundle.START_TRANSIENT);
                }
            });
        } catch (TimeLimit.Exceeded e) {
            throw new ModuleRefused("it blocks: its start did not end within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            LOG.warn("Module {} does not start", module, e.getCause());
            throw new ModuleRefused(Reasons.rootCause(e) + ", thrown at its start");
        }
    }
}
