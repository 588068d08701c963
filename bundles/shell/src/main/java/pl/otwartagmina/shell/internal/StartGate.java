package pl.otwartagmina.shell.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps requests off the portal's servlets while the web server takes them in.
 *
 * <p>Jetty knows the path of a servlet before it has started the servlet. A request that comes in between finds it
 * "not initialised", and from then on Jetty answers 404 in its name, for ever. The contexts of the servlets ask this gate
 * before Jetty asks the servlet; it opens when the servlet that comes last is initialised.
 */
@Component(service = StartGate.class)
public final class StartGate {
    private final AtomicInteger initialised = new AtomicInteger();

    @Activate
    public StartGate() {}

    /** The last servlet is initialised; on a restart of its context the new one may come before the old one goes. */
    public void opened() {
        initialised.incrementAndGet();
    }

    /** It was destroyed. */
    public void closed() {
        initialised.decrementAndGet();
    }

    /** Whether a request may go on; if not, it is answered: come again in a second. */
    public boolean letsIn(HttpServletResponse response) throws IOException {
        if (initialised.get() > 0) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setIntHeader("Retry-After", 1);
        // or Pax Web would make it 403
        response.flushBuffer();
        return false;
    }
}
