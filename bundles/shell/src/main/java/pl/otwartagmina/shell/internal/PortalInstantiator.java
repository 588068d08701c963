package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.stream.Stream;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.modules.ModuleUnavailable;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** Makes pages: the shell's own with what they need, and a module's by the factory of its view, behind its fence. */
final class PortalInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1L;

    private final transient ShellPages pages;

    private final transient VaadinServiceInitListener start;

    PortalInstantiator(VaadinService service, ShellPages pages, VaadinServiceInitListener start) {
        super(service);
        this.pages = pages;
        this.start = start;
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(super.getServiceInitListeners(), Stream.of(start));
    }

    @Override
    public I18NProvider getI18NProvider() {
        return pages.texts();
    }

    /**
     * @throws NotFoundException if the class is of a module that is no longer shown; the window that asked is about to be
     *     told so
     */
    @Override
    public <T> T getOrCreate(Class<T> type) {
        return pages.create(type).or(() -> create(type)).orElseGet(() -> {
            if (isOfModule(type)) {
                throw new NotFoundException();
            }
            return super.getOrCreate(type);
        });
    }

    private <T> Optional<T> create(Class<T> type) {
        Optional<LiveModule> owner = pages.modules().owner(type);
        try {
            return owner.flatMap(module -> module.view(type).map(view -> type.cast(create(module, view))));
        } catch (ModuleUnavailable unavailable) {
            if (pages.modules().owner(type).isEmpty()) {
                throw new NotFoundException();
            }
            throw unavailable;
        }
    }

    private static Object create(LiveModule module, View<?> view) {
        return module.fence()
                .enter(() -> view.factory().apply(module.acting(view.type(), Visit.acting(UI.getCurrent()))));
    }

    private static boolean isOfModule(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader != PortalInstantiator.class.getClassLoader() && loader != UI.class.getClassLoader();
    }
}
