package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Vaadin's browser code out of the bundle vaadin-runtime, and nothing else. */
@SuppressWarnings("serial") // never serialised
final class RuntimeFiles extends StaticFileServer {
    private static final String PUSH = "/VAADIN/static/push/";

    RuntimeFiles(VaadinService service) {
        super(service);
    }

    /** The built pages are found by Flow itself; only the push script lies where a web server would look for it. */
    @Override
    protected @Nullable URL getStaticResource(String path) {
        return path.startsWith(PUSH) ? PortalServlet.RUNTIME.getResource("META-INF/resources" + path) : null;
    }
}
