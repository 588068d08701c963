package pl.otwartagmina.service.payments.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * The addresses below {@code /api/payments}; no file of the bundle is served there. Until the servlet is initialised they
 * answer 503: Jetty would answer 404 for ever once a servlet was asked too early.
 */
@Component(service = {ServletContextHelper.class, PaymentsApi.class})
@HttpWhiteboardContext(name = PaymentsApi.NAME, path = "/api/payments")
public final class PaymentsApi extends ServletContextHelper {
    static final String NAME = "payments-api";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    private final AtomicInteger initialised = new AtomicInteger();

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
    public @Nullable URL getResource(@Nullable String name) {
        return null;
    }
}
