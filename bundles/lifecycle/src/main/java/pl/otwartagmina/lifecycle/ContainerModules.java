package pl.otwartagmina.lifecycle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.ModuleWatch;
import pl.otwartagmina.api.lifecycle.Modules;
import pl.otwartagmina.lifecycle.ModuleFeature.Need;

/**
 * The modules of the OSGi container.
 *
 * <p>Exceptions of a module's code end here, as text: whoever kept one would keep the module's class loader.
 */
@Component(configurationPid = "pl.otwartagmina.lifecycle")
@Designate(ocd = Settings.class)
public final class ContainerModules implements Modules {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerModules.class);
    private static final String AT_RESTART = "what is left of it goes when the portal restarts.";

    private final BundleContext context;
    private final FeatureCatalog catalog;
    private final ModuleWatch watch;
    private final Limits limits;
    private final BundleFiles files;
    private final KarStock kars;
    private final Judge judge;
    private final Removal removal;
    private final DisabledDates disabled;
    private final EnabledRecord enabled;
    private final Clock clock;
    private final ReentrantLock changes = new ReentrantLock(true);
    private boolean recalled;
    private boolean tidied;
    /** The module that is being taken off: disabled for whoever asks, although its bundles are still stopping. */
    private volatile String leaving = "";

    /** Waits for the end of Karaf's boot: only then is it known which bundles are the container's own. */
    @Activate
    public ContainerModules(
            BundleContext context,
            Settings settings,
            @Reference BootFinished boot,
            @Reference FeaturesService features,
            @Reference ServiceComponentRuntime components,
            @Reference ModuleWatch watch) {
        this(context, new KarafFeatures(features), components, watch, Limits.of(settings), Clock.systemUTC());
        enabled.forgotten(EnabledRecord.ids(settings.initial()))
                .ifPresent(ids -> Boot.afterwards(context, "modules-recover", () -> recover(ids)));
    }

    ContainerModules(
            BundleContext context,
            FeatureCatalog catalog,
            ServiceComponentRuntime components,
            ModuleWatch watch,
            Limits limits,
            Clock clock) {
        this.context = context;
        this.catalog = catalog;
        this.watch = watch;
        this.limits = limits;
        this.clock = clock;
        KarFolders folders = new KarFolders(Path.of(property("karaf.data", "data"), "modules"));
        this.files = new BundleFiles(
                Path.of(property("karaf.home", "."), property("karaf.default.repository", "system")), folders);
        this.kars = new KarStock(folders, files, catalog);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        this.judge = new Judge(wiring, components, watch);
        this.removal = new Removal(context, limits.stop());
        Path own = Path.of(property("karaf.data", "data"), "lifecycle");
        this.disabled = new DisabledDates(own.resolve("disabled.properties"));
        this.enabled = new EnabledRecord(
                own.resolve("enabled"), context.getDataFile("recovered").toPath());
    }

    @Override
    public List<ModuleStatus> all() {
        Inventory inventory = inventory();
        return inventory.ids().stream()
                .flatMap(id -> status(inventory, id).stream())
                .toList();
    }

    @Override
    public Optional<ModuleStatus> find(String id) {
        return status(inventory(), id);
    }

    @Override
    public ModuleStatus enable(String id) throws ModuleRefused {
        return changing(id, (inventory, newest) -> {
            ModuleFeature module = inventory.running(id).orElse(newest);
            if (stateOf(id) == ModuleStatus.State.FAILED) {
                watch.forgive(id);
            }
            if (stateOf(id) != ModuleStatus.State.ENABLED) {
                bring(inventory, module);
            }
        });
    }

    @Override
    public ModuleStatus disable(String id) throws ModuleRefused {
        return changing(id, (inventory, newest) -> takeOff(inventory, id));
    }

    @Override
    public ModuleStatus upgrade(String id) throws ModuleRefused {
        return changing(id, (inventory, newest) -> {
            ModuleFeature old = inventory
                    .running(id)
                    .orElseThrow(() -> new ModuleRefused(
                            "Module '" + id + "' is disabled. Start its newest version: module:enable " + id));
            if (newest.order().compareTo(old.order()) > 0) {
                Plan.refuseIfPinned(inventory, newest);
                bring(inventory, newest);
                Inventory both = inventory();
                if (!removal.remove("module-stop-" + id, both.dispensable(id, newest.bundles()), both::isModules)) {
                    throw new ModuleRefused("Module '" + id + "' runs in version " + newest.version() + ", but version "
                            + old.version() + " does not stop: " + AT_RESTART);
                }
            }
        });
    }

    @Override
    public List<String> install(Path kar) throws ModuleRefused {
        return exclusively(() -> kars.install(kar, inventory()));
    }

    @Override
    public void remove(String id) throws ModuleRefused {
        exclusively(() -> {
            Inventory inventory = inventory();
            known(inventory, id);
            List<Path> folders = inventory.versions(module -> module.id().equals(id)).stream()
                    .flatMap(module -> kars.origin(module).stream())
                    .distinct()
                    .toList();
            if (folders.isEmpty()) {
                throw new ModuleRefused("Module '" + id + "' belongs to the portal and cannot be removed."
                        + " Switch it off: module:disable " + id);
            }
            List<String> others = inventory.versions(module -> !module.id().equals(id)).stream()
                    .filter(module ->
                            kars.origin(module).filter(folders::contains).isPresent())
                    .map(ModuleFeature::id)
                    .filter(other -> inventory.running(other).isPresent())
                    .distinct()
                    .toList();
            if (!others.isEmpty()) {
                throw new ModuleRefused("The KAR of module '" + id + "' also brought: " + String.join(", ", others)
                        + ". " + Plan.disableFirst(others));
            }
            takeOff(inventory, id);
            for (Path folder : folders) {
                kars.forget(folder);
            }
            return id;
        });
    }

    /** Enables what an empty container must have; what cannot be enabled is reported and left. */
    private void recover(List<String> ids) {
        for (String id : ids) {
            try {
                enable(id);
            } catch (ModuleRefused e) {
                LOG.error("Module {} was enabled before and is not any more: {}", id, e.getMessage());
            }
        }
        enabled.recovered();
        enabled.keep(running(inventory()));
    }

    private static List<String> running(Inventory inventory) {
        return inventory.ids().stream()
                .filter(id -> inventory.running(id).isPresent())
                .toList();
    }

    /** Starts a module with all it needs, or leaves everything as it is. */
    private void bring(Inventory inventory, ModuleFeature module) throws ModuleRefused {
        Change change = new Change(context, files, removal);
        ModuleFeature current = module;
        try {
            for (ModuleFeature next : Plan.of(inventory, module)) {
                current = next;
                if (inventory.running(next.id()).filter(next::equals).isPresent()) {
                    change.pause(next, inventory.bundles(next));
                }
                List<Bundle> bundles = change.bring(next, kars.origin(next), limits.start()).stream()
                        .filter(bundle -> !inventory.isCore(bundle))
                        .toList();
                judge.await(next, bundles, limits);
            }
            change.keep();
        } catch (ModuleRefused | RuntimeException e) {
            LOG.warn("Module {} is taken back", current, e);
            boolean interrupted = Thread.interrupted();
            boolean clean = change.takeBack("module-stop-" + module.id(), inventory()::isModules);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new ModuleRefused(refusal(
                    inventory, module, current, Objects.requireNonNullElse(e.getMessage(), e.toString()), clean));
        }
    }

    private void takeOff(Inventory inventory, String id) throws ModuleRefused {
        if (inventory.running(id).isEmpty()) {
            return;
        }
        List<String> dependents =
                inventory.dependents(id).stream().map(ModuleFeature::id).toList();
        if (!dependents.isEmpty()) {
            throw new ModuleRefused("Module '" + id + "' is needed by: " + String.join(", ", dependents) + ". "
                    + Plan.disableFirst(dependents));
        }
        List<Bundle> bundles = inventory.dispensable(id, List.of());
        if (bundles.isEmpty()) {
            throw new ModuleRefused("Module '" + id + "' was installed as a feature of the container."
                    + " Take it off there: feature:uninstall "
                    + known(inventory, id).name());
        }
        disabled.put(id, clock.instant());
        leaving = id;
        boolean gone;
        try {
            gone = removal.remove("module-stop-" + id, bundles, inventory::isModules);
        } finally {
            leaving = "";
        }
        if (!gone) {
            throw new ModuleRefused("Module '" + id + "' is switched off, but does not stop: " + AT_RESTART);
        }
    }

    private Optional<ModuleStatus> status(Inventory inventory, String id) {
        Optional<ModuleFeature> running = inventory.running(id);
        if (running.isEmpty() || id.equals(leaving)) {
            return inventory
                    .newest(id)
                    .map(module -> status(
                            module,
                            ModuleStatus.State.DISABLED,
                            disabled.of(id),
                            "",
                            module.bundles().stream()
                                    .map(ModuleFeature.Part::location)
                                    .toList()));
        }
        ModuleFeature module = running.get();
        List<Bundle> bundles = inventory.bundles(module);
        List<String> missing = inventory.missing(module);
        Verdict verdict = missing.isEmpty()
                ? judge.verdict(module, bundles)
                : new Verdict(
                        Verdict.Kind.FAULT,
                        "missing: " + String.join(", ", missing) + ". Bring it back: module:enable " + id);
        return Optional.of(status(
                module,
                verdict.isReady() ? ModuleStatus.State.ENABLED : ModuleStatus.State.FAILED,
                bundles.stream()
                        .map(Bundle::getLastModified)
                        .max(Comparator.naturalOrder())
                        .map(Instant::ofEpochMilli),
                verdict.reason(),
                bundles.stream()
                        .map(bundle -> bundle.getSymbolicName() + "/" + bundle.getVersion())
                        .toList()));
    }

    private static ModuleStatus status(
            ModuleFeature module,
            ModuleStatus.State state,
            Optional<Instant> since,
            String reason,
            List<String> bundles) {
        List<String> requires = module.needs().stream().map(Need::id).toList();
        return new ModuleStatus(
                module.id(), module.version(), module.description(), state, since, reason, requires, bundles);
    }

    private ModuleStatus.State stateOf(String id) {
        return find(id).map(ModuleStatus::state).orElse(ModuleStatus.State.DISABLED);
    }

    private Inventory inventory() {
        recallKars();
        return new Inventory(catalog, context);
    }

    private synchronized void recallKars() {
        if (!recalled) {
            recalled = true;
            kars.recall();
        }
    }

    /** A change of one module, which must be known. */
    @FunctionalInterface
    private interface ModuleChange {
        void make(Inventory inventory, ModuleFeature newest) throws ModuleRefused;
    }

    @FunctionalInterface
    private interface Command<T> {
        T run() throws ModuleRefused;
    }

    private ModuleStatus changing(String id, ModuleChange change) throws ModuleRefused {
        return exclusively(() -> {
            Inventory inventory = inventory();
            change.make(inventory, known(inventory, id));
            return find(id).orElseThrow(() -> new ModuleRefused("Module '" + id + "' has vanished."));
        });
    }

    private <T> T exclusively(Command<T> command) throws ModuleRefused {
        try {
            changes.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModuleRefused("Interrupted while another command was at work. Nothing has changed.");
        }
        try {
            if (!tidied) {
                tidied = true;
                Inventory inventory = inventory();
                removal.remove("module-tidy", inventory.leftovers(), inventory::isModules);
            }
            return command.run();
        } finally {
            enabled.keep(running(inventory()));
            changes.unlock();
        }
    }

    private static ModuleFeature known(Inventory inventory, String id) throws ModuleRefused {
        return inventory
                .newest(id)
                .orElseThrow(() -> new ModuleRefused("There is no module '" + id + "'. Known are: "
                        + String.join(", ", inventory.ids()) + ". A new one comes with: module:install FILE"));
    }

    private static String refusal(
            Inventory inventory, ModuleFeature module, ModuleFeature failed, String reason, boolean clean) {
        List<String> sentences = new ArrayList<>();
        sentences.add(capital(reason) + (reason.endsWith(".") ? "" : "."));
        if (failed != module) {
            sentences.add("That is module '" + failed.id() + "', which '" + module.id() + "' needs.");
        }
        sentences.add("Module '" + module.id() + "' "
                + inventory
                        .running(module.id())
                        .map(old -> "goes on as before, in version " + old.version() + ".")
                        .orElse("stays disabled."));
        if (!clean) {
            sentences.add("Its code does not let go: " + AT_RESTART);
        }
        return String.join(" ", sentences);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String property(String name, String otherwise) {
        return Stream.ofNullable(context.getProperty(name)).findFirst().orElse(otherwise);
    }
}
