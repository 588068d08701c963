package pl.otwartagmina.service.payments.internal.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.GatewayEvents;

/**
 * Where gateways notify. What is signed is kept in the database, then answered with 200, then worked off: whoever gets a 200
 * may forget the event. 400 says that it is not believed, 404 that no such gateway is installed, 409 that an event of that
 * name with other content was there before, 413 that it is too long.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("payments-notify")
@HttpWhiteboardServletPattern("/notify/*")
@HttpWhiteboardContextSelect(PaymentsApi.SELECT)
@SuppressWarnings("serial") // never serialised
public final class NotificationServlet extends HttpServlet {
    private static final int LONGEST = 64 * 1024;

    private final PaymentsApi api;
    private final Gateways gateways;
    private final Cashier cashier;
    private final CashierRounds rounds;

    @Activate
    public NotificationServlet(
            @Reference PaymentsApi api,
            @Reference Gateways gateways,
            @Reference Cashier cashier,
            @Reference CashierRounds rounds) {
        this.api = api;
        this.gateways = gateways;
        this.cashier = cashier;
        this.rounds = rounds;
    }

    @Override
    public void init() {
        api.opened();
    }

    @Override
    public void destroy() {
        api.closed();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<PaymentGateway> gateway = gateways.find(path.substring(1));
        if (gateway.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            GatewayEvents.Kept kept =
                    cashier.notified(gateway.get(), new Notification(headers(request), body, request.getRemoteAddr()));
            response.setStatus(
                    kept == GatewayEvents.Kept.CONTRADICTED
                            ? HttpServletResponse.SC_CONFLICT
                            : HttpServletResponse.SC_OK);
            response.flushBuffer();
            rounds.hurry();
        } catch (NotBelieved reason) {
            cashier.disbelieved(gateway.get(), reason);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return headers;
    }
}
