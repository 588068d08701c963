package pl.otwartagmina.shell.internal.gmina;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Headers of a file that everybody may have. */
final class PublicFile {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=utf-8");

    private PublicFile() {}

    /** @param hashed whether the address changes with the contents, so that it may be kept for ever */
    static void headers(HttpServletResponse response, String name, boolean hashed) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        response.setContentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // an SVG opened by itself is a document; it must not run anything
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    }
}
