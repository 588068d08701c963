package pl.otwartagmina.shell.internal;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Ties a signed-in session to the browser that signed in, by a second secret in a cookie of its own, made at sign-in: a
 * session id that somebody planted before is worth nothing without it.
 *
 * <p>The usual way is a new session id, but Pax Web 11.1.0 mixes the ids up: after {@code changeSessionId} or
 * {@code invalidate} the browser's next request may get no session at all (ops4j/org.ops4j.pax.web#2109).
 */
public final class Seal {
    private static final String NAME = "og-seal";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /** Seals the session of this request, for the browser that sent it. */
    static void put(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        request.getSession().setAttribute(NAME, secret);
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Whether the session is not sealed, or the request comes from the browser that it was sealed for. */
    public static boolean fits(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof String secret)) {
            return true;
        }
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .anyMatch(cookie -> MessageDigest.isEqual(bytes(cookie.getValue()), bytes(secret)));
    }

    /** Nobody is signed in any more. */
    static void remove(WrappedSession session) {
        session.removeAttribute(NAME);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
