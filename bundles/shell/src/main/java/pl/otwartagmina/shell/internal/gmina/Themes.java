package pl.otwartagmina.shell.internal.gmina;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** The theme bundles that are active: resources only, found by their {@code OG-THEME/theme.properties}. */
@Component(service = Themes.class)
public final class Themes implements BundleTrackerCustomizer<Theme> {
    private static final Theme NONE = new Theme(Map.of("id", "none"), Map.of(), "0");

    private final Map<String, Theme> byId = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final BundleTracker<Theme> tracker;

    @Activate
    public Themes(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** The theme under all others. */
    public Theme base() {
        return find("base").orElse(NONE);
    }

    public Optional<Theme> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public @Nullable Theme addingBundle(Bundle bundle, BundleEvent event) {
        Optional<Theme> theme = Theme.of(bundle);
        theme.ifPresent(found -> {
            byId.put(found.id(), found);
            listeners.forEach(Runnable::run);
        });
        return theme.orElse(null);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Theme theme) {
        // an update stops the bundle first, so it leaves and comes anew
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Theme theme) {
        byId.remove(theme.id(), theme);
        listeners.forEach(Runnable::run);
    }
}
