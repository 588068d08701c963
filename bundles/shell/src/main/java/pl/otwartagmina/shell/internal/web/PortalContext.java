package pl.otwartagmina.shell.internal.web;

import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;
import pl.otwartagmina.shell.internal.GatedContext;
import pl.otwartagmina.shell.internal.StartGate;

/**
 * The servlet context of the portal.
 *
 * <p>It is the shell's own, because attributes of the default context outlive an update of this bundle. Its only
 * resources are Vaadin's browser code: what a bundle holds is never served by its path, whatever the path is.
 */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = PortalContext.NAME, path = "/")
public final class PortalContext extends GatedContext {
    static final String NAME = "portal";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    @Activate
    public PortalContext(@Reference StartGate gate) {
        super(gate);
    }

    @Override
    public @Nullable URL getResource(String name) {
        var path = name.startsWith("/") ? name : "/" + name;
        if (path.startsWith("/VAADIN/build/")) {
            return PortalServlet.RUNTIME.getResource("META-INF/VAADIN/webapp" + path);
        }
        if (path.startsWith("/VAADIN/static/push/")) {
            return PortalServlet.RUNTIME.getResource("META-INF/resources" + path);
        }
        return null;
    }

    @Override
    public @Nullable Set<String> getResourcePaths(String path) {
        return null;
    }

    @Override
    public @Nullable String getRealPath(String path) {
        return null;
    }
}
