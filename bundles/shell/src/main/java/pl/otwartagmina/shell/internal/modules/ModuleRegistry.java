package pl.otwartagmina.shell.internal.modules;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.lifecycle.ModuleWatch;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;

/**
 * The modules that are there now. A module that arrives is asked for its card and screens and checked, on a thread of
 * its own, and only then shown.
 *
 * <p>Of two bundles that claim one id the first keeps it; of two versions of one bundle the higher is shown, and the
 * other steps in when that one goes.
 */
@Component(service = {ModuleRegistry.class, ModuleWatch.class})
public final class ModuleRegistry implements ModuleWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleRegistry.class);
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final Duration RECHECK = Duration.ofSeconds(15);

    private final BundleContext context;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, runnable -> {
        Thread thread = new Thread(runnable, "module-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<ServiceReference<EService>, Arrival> arrivals = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, LiveModule> shown = Map.of();
    private volatile List<LiveModule> replaced = List.of();

    /** Told of each change, on the thread that made it, one after the other. */
    public interface Listener {
        /** The modules shown are no longer {@code before} but {@code now}. */
        void modulesChanged(Map<String, LiveModule> before, Map<String, LiveModule> now);

        /** Trouble of a module came or went. */
        void troubleChanged(String id);
    }

    @Activate
    public ModuleRegistry(BundleContext context, @Reference Clock clock) {
        this.context = context;
        this.clock = clock;
        // an alarm that is over would keep its module, and its class loader, until it is due
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.scheduleWithFixedDelay(this::recheck, RECHECK.toMillis(), RECHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        watchdog.shutdownNow();
    }

    @Reference(
            service = EService.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "departed")
    void arrived(ServiceReference<EService> reference) {
        Arrival arrival = new Arrival(context, reference, clock, LIMIT, watchdog, this::troubleChanged);
        synchronized (this) {
            arrivals.put(reference, arrival);
        }
        arrival.prepare().whenComplete((module, thrown) -> {
            if (thrown != null && isThere(reference)) {
                LOG.error(
                        "A module cannot be shown: {}: {}",
                        arrival.name(),
                        arrival.problem().orElse(""),
                        thrown);
            }
            settle();
        });
    }

    private synchronized boolean isThere(ServiceReference<EService> reference) {
        return arrivals.containsKey(reference);
    }

    void departed(ServiceReference<EService> reference) {
        Arrival gone;
        synchronized (this) {
            gone = arrivals.remove(reference);
        }
        if (gone != null) {
            settle();
            gone.close();
        }
    }

    /** Modules on the pages, in the order of the menu. */
    public List<LiveModule> shown() {
        return shown.values().stream()
                .sorted(Comparator.comparing((LiveModule m) -> m.info().category())
                        .thenComparing(m -> m.info().order())
                        .thenComparing(LiveModule::id))
                .toList();
    }

    /** Those with a tile on the home page. */
    public List<LiveModule> withTiles() {
        return shown().stream().filter(m -> m.info().category().hasTiles()).toList();
    }

    /** Those of one part of the menu. */
    public List<LiveModule> shown(Category category) {
        return shown().stream().filter(m -> m.info().category() == category).toList();
    }

    public Optional<LiveModule> find(String id) {
        return Optional.ofNullable(shown.get(id));
    }

    /**
     * The module that has this screen. That of a version that was replaced a moment ago is known as long as it is there:
     * somebody may be on the way to it, and will be shown the new one at once.
     */
    public Optional<LiveModule> owner(Class<?> viewType) {
        return Stream.concat(shown.values().stream(), replaced.stream())
                .filter(module -> module.view(viewType).isPresent())
                .findFirst();
    }

    /** Tells the listener of all that is shown now, and from now on. */
    public synchronized void addListener(Listener listener) {
        listeners.add(listener);
        listener.modulesChanged(Map.of(), shown);
    }

    public synchronized void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public boolean shows(String id, long bundleId) {
        return find(id).filter(m -> m.bundle().getBundleId() == bundleId).isPresent();
    }

    @Override
    public Optional<String> trouble(long bundleId) {
        List<Arrival> there;
        synchronized (this) {
            there = List.copyOf(arrivals.values());
        }
        return there.stream()
                .filter(arrival -> arrival.bundleId() == bundleId)
                .flatMap(arrival -> arrival.problem().stream())
                .findFirst();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        Listener told = new Listener() {
            @Override
            public void modulesChanged(Map<String, LiveModule> before, Map<String, LiveModule> now) {
                listener.run();
            }

            @Override
            public void troubleChanged(String id) {}
        };
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    @Override
    public void forgive(String id) {
        find(id).ifPresent(module -> module.fence().heal());
    }

    /** Works out anew who is shown, from all who are there. */
    private synchronized void settle() {
        Map<String, LiveModule> before = shown;
        Map<String, LiveModule> now = new TreeMap<>();
        for (Arrival arrival : new ArrayList<>(arrivals.values())) {
            arrival.module().ifPresent(module -> {
                LiveModule first = now.get(module.id());
                if (first == null) {
                    now.put(module.id(), module);
                } else if (!first.bundle()
                        .getSymbolicName()
                        .equals(module.bundle().getSymbolicName())) {
                    arrival.refuse("the id '" + module.id() + "' is already taken by "
                            + first.bundle().getSymbolicName());
                } else if (first.version().compareTo(module.version()) < 0) {
                    now.put(module.id(), module);
                }
            });
        }
        replaced = arrivals.values().stream()
                .flatMap(arrival -> arrival.module().stream())
                .filter(module -> isNewerThan(module, now.get(module.id())))
                .toList();
        if (!now.equals(before)) {
            shown = Map.copyOf(now);
            listeners.forEach(listener -> listener.modulesChanged(before, shown));
        }
    }

    private static boolean isNewerThan(LiveModule old, @Nullable LiveModule module) {
        return module != null
                && module.bundle().getSymbolicName().equals(old.bundle().getSymbolicName())
                && module.version().compareTo(old.version()) > 0;
    }

    private void troubleChanged(String id) {
        listeners.forEach(listener -> listener.troubleChanged(id));
    }

    private void recheck() {
        for (LiveModule module : shown.values()) {
            if (module.fence().trouble().isPresent()) {
                var unused = module.fence()
                        .ask(() -> {
                            module.service().check();
                            return true;
                        })
                        .thenAccept(well -> module.fence().heal());
            }
        }
    }
}
