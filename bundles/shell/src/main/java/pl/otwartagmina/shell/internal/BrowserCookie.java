package pl.otwartagmina.shell.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret by which a browser is known again at the next sign-in. It opens nothing, and who has not signed in has none.
 */
final class BrowserCookie {
    private static final String NAME = "portal-browser";
    /** The longest that browsers keep a cookie. */
    private static final Duration VALIDITY = Duration.ofDays(400);

    private BrowserCookie() {}

    /** The secret of the browser that asks, which it has or gets, and keeps from now on as long as may be. */
    static String keep(HttpServletRequest request, HttpServletResponse response) {
        String secret = of(request).orElseGet(Token::random);
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) VALIDITY.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return secret;
    }

    private static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches(Token.PATTERN))
                .findFirst();
    }
}
