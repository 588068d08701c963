package pl.otwartagmina.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import pl.otwartagmina.api.lifecycle.ModuleWatch;
import pl.otwartagmina.api.module.EService;

/** Shows modules as the shell does: checked first, one bundle per id, of two versions the higher. */
final class FakeWatch extends ServiceTracker<EService, EService> implements ModuleWatch, AutoCloseable {
    private final Map<ServiceReference<EService>, String> checked = new LinkedHashMap<>();
    private final Map<Long, String> troubles = new LinkedHashMap<>();
    private final ExecutorService checks = Executors.newCachedThreadPool();

    private volatile Consumer<String> arrival = id -> {};

    FakeWatch(BundleContext context) {
        super(context, EService.class, null);
    }

    @Override
    public EService addingService(ServiceReference<EService> reference) {
        EService service = context.getService(reference);
        if (service != null) {
            checks.execute(() -> check(reference, service));
        }
        return service;
    }

    @Override
    public synchronized void removedService(ServiceReference<EService> reference, EService service) {
        checked.remove(reference);
        troubles.remove(reference.getBundle().getBundleId());
        context.ungetService(reference);
    }

    @Override
    public synchronized boolean shows(String id, long bundleId) {
        return checked.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .max((one, other) ->
                        one.getBundle().getVersion().compareTo(other.getBundle().getVersion()))
                .filter(reference -> reference.getBundle().getBundleId() == bundleId)
                .isPresent();
    }

    @Override
    public synchronized Optional<String> trouble(long bundleId) {
        return Optional.ofNullable(troubles.get(bundleId));
    }

    /** Nobody listens here. */
    @Override
    public Runnable onChange(Runnable listener) {
        return () -> {};
    }

    @Override
    public synchronized void forgive(String id) {
        checked.forEach((reference, name) -> {
            if (name.equals(id)) {
                troubles.remove(reference.getBundle().getBundleId());
            }
        });
    }

    /** A view of the module threw. */
    synchronized void trouble(String id, String reason) {
        checked.forEach((reference, name) -> {
            if (name.equals(id)) {
                troubles.put(reference.getBundle().getBundleId(), reason);
            }
        });
    }

    /** Tells the names of modules as they come. */
    void onArrival(Consumer<String> listener) {
        arrival = listener;
    }

    @Override
    public void close() {
        super.close();
        checks.shutdownNow();
    }

    private void check(ServiceReference<EService> reference, EService service) {
        String id = service.info().id();
        arrival.accept(id);
        Optional<String> fault = Optional.empty();
        try {
            service.check();
        } catch (Exception e) {
            fault = Optional.of("its health check failed: " + e.getMessage());
        }
        settle(reference, id, fault);
    }

    private synchronized void settle(ServiceReference<EService> reference, String id, Optional<String> fault) {
        var bundle = reference.getBundle();
        if (bundle == null) {
            return;
        }
        boolean taken = checked.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals(id)
                        && !entry.getKey().getBundle().getSymbolicName().equals(bundle.getSymbolicName()));
        fault.or(() -> taken ? Optional.of("the id '" + id + "' is already taken") : Optional.empty())
                .ifPresentOrElse(
                        reason -> troubles.put(bundle.getBundleId(), reason), () -> checked.put(reference, id));
    }
}
