package pl.otwartagmina.shell.internal;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.gmina.ManifestServlet;
import pl.otwartagmina.shell.internal.gmina.Theme;

/** The one HTML page under all others: language, theme and preferences are in it before anything is drawn. */
final class IndexPage implements IndexHtmlRequestListener {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient Gmina gmina;

    IndexPage(Gmina gmina) {
        this.gmina = gmina;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        Preferences preferences = Preferences.of(response.getVaadinRequest());
        Document page = response.getDocument();
        Element html = page.root().selectFirst("html");
        if (html != null) {
            html.attr("lang", preferences.locale().getLanguage());
            html.attr("data-contrast", preferences.contrastName());
            html.attr("data-font", Integer.toString(preferences.fontSize()));
        }
        Element head = page.head();
        Theme theme = gmina.theme();
        for (String address : gmina.styleSheets()) {
            head.appendElement("link")
                    .attr("rel", "stylesheet")
                    .attr("data-og", "")
                    .attr("href", "/" + address);
        }
        link(head, "icon", "/" + theme.address("crest.svg"));
        link(head, "apple-touch-icon", "/" + theme.address("icon-192.png"));
        link(head, "manifest", ManifestServlet.ADDRESS);
        head.appendElement("meta")
                .attr("name", "theme-color")
                .attr("content", theme.properties().getOrDefault("color.primary", "#14507a"));
        head.appendElement("meta").attr("name", "format-detection").attr("content", "telephone=no");
        protect(page, response.getVaadinResponse());
        if (response.getVaadinRequest().isSecure()) {
            // a year: the browser comes by https from now on, even where somebody typed http
            response.getVaadinResponse().setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void link(Element head, String rel, String href) {
        head.appendElement("link").attr("rel", rel).attr("href", href);
    }

    /**
     * Only scripts that came with this page run. Flow's client evaluates what the server sends it, so {@code unsafe-eval}
     * must stay; Vaadin's components style themselves, so inline styles must.
     */
    private static void protect(Document page, VaadinResponse response) {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.select("script").forEach(script -> script.attr("nonce", nonce));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'; "
                        + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
                        + "frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
    }
}
