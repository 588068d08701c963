package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;

/** Flow's service, told where Vaadin's files are. */
@SuppressWarnings("serial") // never serialised
final class PortalService extends VaadinServletService {
    PortalService(VaadinServlet servlet, DeploymentConfiguration configuration) {
        super(servlet, configuration);
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(PortalServlet.RUNTIME);
    }
}
