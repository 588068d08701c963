package pl.otwartagmina.shell.internal.web;

import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the portal's sessions known to the web server, and keeps them so.
 *
 * <p>Pax Web 11.1.0 tells Jetty only of the sessions of the newest servlet context, and each module may bring a context
 * (ops4j/org.ops4j.pax.web#2109). Jetty never ends a session that it does not know of: without this class the memory of the
 * portal would fill with visits that are long over.
 */
final class KnownSessions {
    private final ContainerLifeCycle keeper = new ContainerLifeCycle();
    private @Nullable Server server;

    /** At a request of the portal's own context, in its thread; all but the first cost nothing. */
    synchronized void know() {
        if (server == null) {
            ServletContextHandler context = Objects.requireNonNull(
                    ServletContextHandler.getCurrentServletContextHandler(), "outside a request");
            server = context.getServer();
            // not the sessions themselves: such beans Pax Web takes away when the next context comes
            keeper.addBean(context.getSessionHandler(), false);
            server.addManaged(keeper);
        }
    }

    /** The servlet ends. */
    synchronized void forget() {
        if (server != null) {
            server.removeBean(keeper);
        }
    }
}
