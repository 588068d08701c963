package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.shell.internal.layout.MainLayout;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;

/** Keeps the routes of one Flow service and the open browser windows in step with the modules. */
final class ModuleRoutes implements ModuleRegistry.Listener {
    private final RouteConfiguration routes;
    private final OpenBrowsers browsers;

    ModuleRoutes(RouteConfiguration routes, OpenBrowsers browsers) {
        this.routes = routes;
        this.browsers = browsers;
    }

    @Override
    public void modulesChanged(Map<String, LiveModule> before, Map<String, LiveModule> now) {
        Set<String> changed = new HashSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(id -> Objects.equals(before.get(id), now.get(id)));
        routes.update(() -> changed.forEach(id -> {
            remove(before.get(id));
            add(now.get(id));
        }));
        // Flow remembers classes of views by reflection; a module that has gone must be free to go
        ReflectionCache.clearAll();
        browsers.forEach(ui -> MainLayout.of(ui).ifPresent(layout -> layout.modulesChanged(changed)));
    }

    private void remove(@Nullable LiveModule module) {
        if (module != null) {
            for (View<?> view : module.views()) {
                routes.removeRoute(view.type());
            }
        }
    }

    private void add(@Nullable LiveModule module) {
        if (module != null) {
            for (View<?> view : module.views()) {
                routes.setRoute(module.address(view), view.type(), MainLayout.class);
            }
        }
    }

    @Override
    public void troubleChanged(String id) {
        browsers.forEach((UI ui) -> MainLayout.of(ui).ifPresent(MainLayout::troubleChanged));
    }
}
