package pl.otwartagmina.integration.sandboxbank.internal.bank;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * The bank's own path. It lets nobody in before the servlet is initialised: Jetty would take a request that comes between
 * for a reason to answer 404 for ever.
 */
@Component(service = {ServletContextHelper.class, BankContext.class})
@HttpWhiteboardContext(name = BankContext.NAME, path = "/" + BankContext.NAME)
public final class BankContext extends ServletContextHelper {
    static final String NAME = "sandbox-bank";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    private final AtomicInteger initialised = new AtomicInteger();

    /** @param agreement without which there is no bank, and no path of it */
    @Activate
    public BankContext(@Reference Agreement agreement) {}

    void opened() {
        initialised.incrementAndGet();
    }

    void closed() {
        initialised.decrementAndGet();
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (initialised.get() > 0) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setIntHeader("Retry-After", 1);
        // or Pax Web would make it 403
        response.flushBuffer();
        return false;
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }
}
