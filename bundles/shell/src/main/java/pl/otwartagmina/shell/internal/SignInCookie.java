package pl.otwartagmina.shell.internal;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A secret beside the session's id, new at each sign-in and only in the browser that signed in: an id that somebody knew
 * before (session fixation) opens nothing.
 *
 * <p>The usual way, {@code changeSessionId()}, lost one sign-in of four under Pax Web 11.1.0, because Jetty did not know of
 * our sessions (ops4j/org.ops4j.pax.web#2109). Since {@code KnownSessions} keeps them known it loses very few, but on a busy
 * machine it lost one.
 */
public final class SignInCookie {
    /** After the name of the session's cookie, which begins with {@code __Host-} where the portal is behind TLS (RFC 6265bis). */
    private static final String SUFFIX = "-person";

    private static final String HOST_ONLY = "__Host-";
    private static final String ATTRIBUTE = SignInCookie.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private SignInCookie() {}

    /** Asks for a new secret from now on and gives it to the browser that answers. */
    static void give(HttpServletRequest request, HttpServletResponse response) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().encodeToString(random);
        request.getSession().setAttribute(ATTRIBUTE, secret);
        Cookie cookie = new Cookie(name(request), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || cookie.getName().startsWith(HOST_ONLY));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Nobody is signed in any more. */
    static void takeBack(WrappedSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Whether nobody is signed in in the request's session, or the browser that asks is the one that signed in. */
    public static boolean fits(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object secret = session == null ? null : session.getAttribute(ATTRIBUTE);
        Cookie @Nullable [] cookies = request.getCookies();
        return secret == null
                || cookies != null
                        && Stream.of(cookies)
                                .anyMatch(cookie ->
                                        cookie.getName().equals(name(request)) && same(cookie, secret.toString()));
    }

    private static String name(HttpServletRequest request) {
        return session(request) + SUFFIX;
    }

    private static String session(HttpServletRequest request) {
        return request.getServletContext().getSessionCookieConfig().getName();
    }

    /** Lets go of a session that is not this browser's, so that it begins anew. */
    public static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie session = new Cookie(session(request), "");
        session.setPath("/");
        session.setSecure(session.getName().startsWith(HOST_ONLY));
        session.setMaxAge(0);
        response.addCookie(session);
        if (request.getMethod().equals("GET") && request.getParameter("v-r") == null) {
            response.sendRedirect("/");
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Takes as long for a nearly right secret as for a wrong one. */
    private static boolean same(Cookie cookie, String secret) {
        return MessageDigest.isEqual(
                cookie.getValue().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
