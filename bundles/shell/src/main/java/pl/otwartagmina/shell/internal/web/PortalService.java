package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import java.util.Optional;

/** Flow's service, told where Vaadin's files are and whom to tell about its start. */
@SuppressWarnings("serial") // never serialised
final class PortalService extends VaadinServletService {
    private final VaadinServiceInitListener listener;

    PortalService(VaadinServlet servlet, DeploymentConfiguration configuration, VaadinServiceInitListener listener) {
        super(servlet, configuration);
        this.listener = listener;
    }

    @Override
    protected Optional<Instantiator> loadInstantiators() throws ServiceException {
        return super.loadInstantiators().map(instantiator -> new ListeningInstantiator(instantiator, listener));
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(PortalServlet.RUNTIME);
    }
}
