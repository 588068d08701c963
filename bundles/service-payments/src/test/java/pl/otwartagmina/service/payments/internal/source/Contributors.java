package pl.otwartagmina.service.payments.internal.source;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import pl.otwartagmina.api.dues.DueSource;
import pl.otwartagmina.api.lifecycle.ModuleWatch;

/** Brings sources as their bundles do, and shows their modules as the shell does. */
public final class Contributors implements ModuleWatch, AutoCloseable {
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final InstalledSources sources;

    public Contributors(Clock clock) {
        this.sources = new InstalledSources(this, clock);
    }

    public DueSources sources() {
        return sources;
    }

    /** The bundle brings its source, and then its module is shown. */
    public Contributors bring(DueSource source) {
        register(source, 1);
        show(source.id(), 1);
        return this;
    }

    /** Only the bundle. */
    public void register(DueSource source, long bundle) {
        sources.add(source, Map.of("service.bundleid", bundle));
    }

    /** Only the module. */
    public void show(String module, long bundle) {
        shown.add(module + bundle);
        listeners.forEach(Runnable::run);
    }

    public void hide(String module, long bundle) {
        shown.remove(module + bundle);
        listeners.forEach(Runnable::run);
    }

    /** The module goes, and its bundle after it. */
    public void take(DueSource source) {
        hide(source.id(), 1);
        sources.remove(source);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public boolean shows(String id, long bundleId) {
        return shown.contains(id + bundleId);
    }

    @Override
    public Optional<String> trouble(long bundleId) {
        return Optional.empty();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void forgive(String id) {}

    @Override
    public void close() {
        sources.close();
    }
}
