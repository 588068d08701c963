package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.server.DependencyFilter;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.MenuAccessControl;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import java.util.stream.Stream;

/** The shell's instantiator with one more listener: Flow asks only its instantiator for them. */
@SuppressWarnings("serial") // never serialised
record ListeningInstantiator(Instantiator shell, VaadinServiceInitListener listener) implements Instantiator {
    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(shell.getServiceInitListeners(), Stream.of(listener));
    }

    @Override
    public Stream<IndexHtmlRequestListener> getIndexHtmlRequestListeners(Stream<IndexHtmlRequestListener> added) {
        return shell.getIndexHtmlRequestListeners(added);
    }

    @Override
    public Stream<DependencyFilter> getDependencyFilters(Stream<DependencyFilter> added) {
        return shell.getDependencyFilters(added);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        return shell.getOrCreate(type);
    }

    @Override
    public Class<?> getApplicationClass(Class<?> type) {
        return shell.getApplicationClass(type);
    }

    @Override
    public <T extends HasElement> T createRouteTarget(Class<T> type, NavigationEvent event) {
        return shell.createRouteTarget(type, event);
    }

    @Override
    public <T extends Component> T createComponent(Class<T> type) {
        return shell.createComponent(type);
    }

    @Override
    public I18NProvider getI18NProvider() {
        return shell.getI18NProvider();
    }

    @Override
    public MenuAccessControl getMenuAccessControl() {
        return shell.getMenuAccessControl();
    }
}
