package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import pl.otwartagmina.shell.internal.StartGate;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/**
 * Serves the portal: every page, the browser's calls behind it and Vaadin's own static files.
 *
 * <p>In a web application Flow finds its parts by scanning the class path. Nothing is scanned here: the shell's parts
 * arrive as services, the rest are Flow's defaults.
 *
 * <p>A prototype, because a servlet of Flow cannot be initialised again once it was destroyed, and the web server does
 * just that whenever something joins the servlet context.
 */
@Component(
        service = Servlet.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "servlet.init.closeIdleSessions=true",
            "servlet.init.brotli=true",
            // a call with an id that is over would bring an empty session under that id, and its cookie into the
            // browser
            "servlet.init.org.atmosphere.cpr.sessionCreate=false"
        },
        // the others first, as this one opens the gate for all
        reference = {
            @Reference(name = "theme", service = Servlet.class, target = "(osgi.http.whiteboard.servlet.name=theme)"),
            @Reference(name = "logo", service = Servlet.class, target = "(osgi.http.whiteboard.servlet.name=logo)"),
            @Reference(
                    name = "manifest",
                    service = Servlet.class,
                    target = "(osgi.http.whiteboard.servlet.name=manifest)")
        })
@HttpWhiteboardServletName("portal")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardContextSelect(PortalContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class PortalServlet extends VaadinServlet {
    /** Where Vaadin's classes and browser code are: the bundle vaadin-runtime. */
    static final ClassLoader RUNTIME = VaadinServlet.class.getClassLoader();

    private final InstantiatorFactory instantiators;
    private final Class<? extends AppShellConfigurator> page;
    private final ShellPages pages;
    private final StartGate gate;
    private final KnownSessions sessions = new KnownSessions();

    /**
     * Made by Declarative Services.
     *
     * @param webSocket asked for so that the servlet context knows WebSocket before Flow looks for it
     */
    @Activate
    public PortalServlet(
            @Reference(target = "(portal.shell=true)") InstantiatorFactory instantiators,
            @Reference(target = "(portal.shell=true)") AppShellConfigurator page,
            @Reference ShellPages pages,
            @Reference StartGate gate,
            @Reference WebSocketSwitch webSocket) {
        this.instantiators = instantiators;
        this.page = page.getClass();
        this.pages = pages;
        this.gate = gate;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        inRuntime(() -> {
            var context = new VaadinServletContext(config.getServletContext());
            new LookupInitializer()
                    .initialize(
                            context,
                            new HashMap<>(),
                            defaults -> context.setAttribute(
                                    Lookup.class,
                                    Lookup.compose(Lookup.of(instantiators, InstantiatorFactory.class), defaults)));
            var shells = AppShellRegistry.getInstance(context);
            shells.reset();
            shells.setShell(page);
            super.init(config);
        });
        gate.opened();
    }

    @Override
    public void destroy() {
        gate.closed();
        sessions.forget();
        super.destroy();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        sessions.know();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(RUNTIME);
        try {
            super.service(request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Files first. What is neither a file nor a screen is answered with 404: Flow would send its page with 200 for any
     * address, as only that page finds out that there is no such screen.
     */
    @Override
    protected boolean serveStaticOrWebJarRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (super.serveStaticOrWebJarRequest(request, response)) {
            return true;
        }
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        var isPage = request.getParameter("v-r") == null && !path.startsWith("VAADIN/");
        if (isPage && !hasScreen(path)) {
            response.setStatus(
                    pages.absentModule(path).isPresent()
                            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                            : HttpServletResponse.SC_NOT_FOUND);
        }
        return false;
    }

    private boolean hasScreen(String path) {
        return getService()
                .getRouter()
                .getRegistry()
                .getNavigationRouteTarget(path)
                .hasTarget();
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        var service = new PortalService(this, configuration);
        service.init();
        return service;
    }

    @Override
    protected StaticFileHandler createStaticFileHandler(VaadinService service) {
        return new RuntimeFiles(service, getServletContext());
    }

    /** Atmosphere and Flow look for their services with the thread's class loader. */
    private static void inRuntime(Initialisation step) throws ServletException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(RUNTIME);
        try {
            step.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Initialisation {
        void run() throws ServletException;
    }
}
