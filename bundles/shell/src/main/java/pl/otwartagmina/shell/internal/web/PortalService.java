package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;

/** Flow's service, told where Vaadin's files are. */
@SuppressWarnings("serial") // never serialised
final class PortalService extends VaadinServletService {
    /** Atmosphere's attribute of what comes by its connections. */
    private static final String PUSHED = "org.atmosphere.cpr.AtmosphereResource";

    PortalService(VaadinServlet servlet, DeploymentConfiguration configuration) {
        super(servlet, configuration);
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(PortalServlet.RUNTIME);
    }

    /**
     * Windows call by HTTP, with the id that the session has now. A WebSocket may have been opened under an id that is over,
     * so it only brings what the portal has to say.
     */
    @Override
    public VaadinSession findVaadinSession(VaadinRequest request) throws SessionExpiredException {
        if (request.getAttribute(PUSHED) != null && request.getMethod().equals("POST")) {
            throw new SessionExpiredException();
        }
        return super.findVaadinSession(request);
    }

    /**
     * What Flow knows of a component's class asks to be told of the end of the service, never to be let go before. That
     * would keep each class of a module that was ever shown, and it is only to forget the service, which
     * {@link com.vaadin.flow.internal.ReflectionCache#clearAll} does as well whenever a module comes or goes.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(ComponentMetaData.class.getName())
                ? () -> {}
                : super.addServiceDestroyListener(listener);
    }
}
