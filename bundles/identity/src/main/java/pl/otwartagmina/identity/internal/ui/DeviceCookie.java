package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a browser keeps the secret of its phone: out of reach of scripts, and for no other site. */
final class DeviceCookie {
    private static final String NAME = "portal-device";
    /** Which browsers believe only over https, and from this very address. */
    private static final String SECURE_PREFIX = "__Host-";
    /** As long as browsers keep any. */
    private static final Duration VALIDITY = Duration.ofDays(400);

    private DeviceCookie() {}

    /** The secret of the phone that asks; empty if it has none, or nobody asks, as in a push. */
    static String secret() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Cookie @Nullable [] cookies = request == null ? null : request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** From now on this is the secret of the phone that asks. */
    static void keep(String secret) {
        write(secret, VALIDITY);
    }

    /** The phone that asks is paired no more. */
    static void forget() {
        write("", Duration.ZERO);
    }

    private static void write(String secret, Duration validity) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Cookie cookie = new Cookie(name(request), secret);
        cookie.setPath("/");
        cookie.setMaxAge((int) validity.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        Optional.ofNullable(VaadinResponse.getCurrent()).ifPresent(response -> response.addCookie(cookie));
    }

    private static String name(VaadinRequest request) {
        return request.isSecure() ? SECURE_PREFIX + NAME : NAME;
    }
}
