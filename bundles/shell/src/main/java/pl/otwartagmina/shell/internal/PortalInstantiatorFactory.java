package pl.otwartagmina.shell.internal;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** Where Flow gets its instances from. */
@Component(service = InstantiatorFactory.class, property = "portal.shell=true")
public final class PortalInstantiatorFactory implements InstantiatorFactory {
    private final ShellPages pages;
    private final PortalStart start;

    @Activate
    public PortalInstantiatorFactory(@Reference ShellPages pages, @Reference PortalStart start) {
        this.pages = pages;
        this.start = start;
    }

    @Override
    public Instantiator createInstantitor(VaadinService service) {
        return new PortalInstantiator(service, pages, start);
    }
}
