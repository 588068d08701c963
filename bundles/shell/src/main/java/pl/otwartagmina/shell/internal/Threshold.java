package pl.otwartagmina.shell.internal;

import com.vaadin.flow.internal.UrlUtil;
import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The last step of every sign-in, a page load of its own: the session gets a new id, so that an id that somebody knew before
 * opens nothing (session fixation), and the person goes on to where they were going.
 *
 * <p>Not in the call that proved who it is: the page's WebSocket and its other calls come in the same moment with the id that
 * was good when they began, and would be told that their session has expired.
 */
@SuppressWarnings("serial") // never serialised
final class Threshold extends SynchronizedRequestHandler {
    private static final String PATH = "logowanie/wejscie";
    private static final String TICKET = "bilet";

    private final Visits visits;

    Threshold(Visits visits) {
        this.visits = visits;
    }

    static String address(Admission admission) {
        return "/" + PATH + "?" + TICKET + "=" + admission.ticket();
    }

    /** The address as browsers write it; what is escaped already stays so. */
    private static String target(Admission admission) {
        return UrlUtil.encodeURI(admission.address()).replace("%25", "%");
    }

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return request.getMethod().equals("GET") && ("/" + PATH).equals(request.getPathInfo());
    }

    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        String ticket = Objects.requireNonNullElse(request.getParameter(TICKET), "");
        Optional<Admission> admission = visits.take(session, ticket);
        admission.ifPresent(one -> {
            ((VaadinServletRequest) request).getHttpServletRequest().changeSessionId();
            visits.begin(session, one);
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        // with a ticket that is used up to the first page, which shows whether somebody is in
        response.setHeader("Location", "/" + admission.map(Threshold::target).orElse(""));
        return true;
    }
}
