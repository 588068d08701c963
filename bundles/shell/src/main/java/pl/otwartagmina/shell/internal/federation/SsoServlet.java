package pl.otwartagmina.shell.internal.federation;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.shell.internal.Visits;

/**
 * {@code /sso/<provider>/go?errand=…} sends a browser to a provider; all else below {@code /sso/<provider>/} is for the
 * provider's integration to read.
 *
 * <p>An integration waits for a server elsewhere: it does so on few threads of its own and not for ever, so that a provider
 * that hangs takes none of the web server's.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sso")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect(SsoContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class SsoServlet extends HttpServlet {
    /** Where the browser goes on; the errand's id follows. */
    static final String RETURN = "/logowanie/powrot?proba=";

    private static final Logger LOG = LoggerFactory.getLogger(SsoServlet.class);
    private static final String GO = "go";
    private static final int LONGEST_BODY = 256 * 1024;
    private static final int SECONDS = 15;
    private static final int THREADS = 32;
    private static final int RETRY_SECONDS = 60;

    private final Providers providers;
    private final Errands errands;
    private final Visits visits;
    private final DeparturePages departures;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), runnable -> new Thread(runnable, "sso"));

    @Activate
    public SsoServlet(
            @Reference Providers providers,
            @Reference Errands errands,
            @Reference Visits visits,
            @Reference DeparturePages departures) {
        this.providers = providers;
        this.errands = errands;
        this.visits = visits;
        this.departures = departures;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        String[] parts = (request.getPathInfo() == null ? "" : request.getPathInfo()).split("/", 3);
        if (parts.length == 2 && parts[1].equals(DeparturePages.SCRIPT)) {
            departures.script(response);
            return;
        }
        Optional<IdentityProvider> provider = parts.length < 3 ? Optional.empty() : providers.find(parts[1]);
        if (provider.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!List.of("GET", "POST").contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (parts[2].equals(GO)) {
            depart(parts[1], provider.get(), request, response);
        } else {
            receive(parts[1], provider.get(), parts[2], request, response);
        }
    }

    private void depart(String id, IdentityProvider provider, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = Optional.ofNullable(request.getParameter("errand")).orElse("");
        Optional<Errand> errand = errands.find(id, name);
        if (errand.isEmpty()) {
            seeOther(response, RETURN);
            return;
        }
        try {
            Departure departure = call(() -> provider.depart(errand.get()));
            if (departure instanceof Departure.Redirect redirect) {
                seeOther(response, redirect.address().toString());
            } else {
                departures.form(
                        response, (Departure.Form) departure, errand.get().language());
            }
        } catch (ProviderUnavailable unreachable) {
            LOG.warn("Nobody can sign in by {}: {}", id, unreachable.getMessage());
            errands.settle(id, name, new Errands.Unreachable());
            seeOther(response, RETURN + name);
        }
    }

    private void receive(
            String id, IdentityProvider provider, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Inbound> message = message(id, path, request);
        if (message.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            answer(id, call(() -> provider.receive(message.get())), response);
        } catch (ProviderUnavailable unreachable) {
            LOG.warn("An answer of {} could not be read: {}", id, unreachable.getMessage());
            Optional<String> errand = errand(id, message.get());
            if (errand.isPresent()) {
                errands.settle(id, errand.get(), new Errands.Unreachable());
                seeOther(response, RETURN + errand.get());
            } else {
                // no browser, but the provider itself: it may try again
                response.setIntHeader("Retry-After", RETRY_SECONDS);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    /** The errand that a message brings back, by the names that OpenID Connect and SAML have for it. */
    private Optional<String> errand(String provider, Inbound message) {
        return Stream.of("state", "RelayState")
                .flatMap(name -> message.parameter(name).stream())
                .filter(name -> errands.find(provider, name).isPresent())
                .findFirst();
    }

    private void answer(String id, Reply reply, HttpServletResponse response) throws IOException {
        if (reply instanceof Reply.Arrived arrived) {
            errands.settle(id, arrived.errand(), new Errands.Recognised(arrived.proof()));
            seeOther(response, RETURN + safe(arrived.errand()));
        } else if (reply instanceof Reply.Refused refused) {
            LOG.warn("{} recognised nobody: {}, {}", id, refused.reason(), refused.details());
            errands.settle(id, refused.errand(), new Errands.NotRecognised(refused.reason()));
            seeOther(response, RETURN + safe(refused.errand()));
        } else if (reply instanceof Reply.Over over) {
            visits.endFederated(id, over.sessions());
            write(over.answer(), response);
        } else {
            write((Reply.Answer) reply, response);
        }
    }

    /** An errand's id as we made it, and nothing else, goes into an address. */
    private static String safe(String errand) {
        return errand.matches("[A-Za-z0-9_-]{0,64}") ? errand : "";
    }

    private static void write(Reply.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getOutputStream().write(answer.body());
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private Optional<Inbound> message(String id, String path, HttpServletRequest request) throws IOException {
        // the parameters first: for a form they are the body
        Map<String, List<String>> parameters = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY
                ? Optional.empty()
                : Optional.of(new Inbound(request.getMethod(), errands.address(id), path, parameters, body));
    }

    /** What an integration throws besides is its fault, and for the person the same: it does not work now. */
    private <T> T call(Callable<T> question) throws ProviderUnavailable {
        try {
            Future<T> answer = threads.submit(question);
            try {
                return answer.get(SECONDS, TimeUnit.SECONDS);
            } finally {
                answer.cancel(true);
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProviderUnavailable unavailable) {
                throw unavailable;
            }
            LOG.error("An integration for signing in failed", failure.getCause());
            throw new ProviderUnavailable("its integration failed");
        } catch (TimeoutException late) {
            throw new ProviderUnavailable("no answer within " + SECONDS + " seconds");
        } catch (RejectedExecutionException tooMany) {
            throw new ProviderUnavailable(THREADS + " people wait for it already");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable("the portal stops");
        }
    }
}
