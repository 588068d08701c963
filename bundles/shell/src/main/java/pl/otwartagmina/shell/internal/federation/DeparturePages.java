package pl.otwartagmina.shell.internal.federation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/** A page that posts a form to a provider by itself, and by a button where scripts are off. */
@Component(service = DeparturePages.class)
public final class DeparturePages {
    static final String SCRIPT = "submit.js";

    private final Gmina gmina;
    private final PortalTexts texts;

    @Activate
    public DeparturePages(@Reference Gmina gmina, @Reference PortalTexts texts) {
        this.gmina = gmina;
        this.texts = texts;
    }

    void form(HttpServletResponse response, Departure.Form form, Locale language) throws IOException {
        Document page = Document.createShell("");
        page.head().parents().attr("lang", language.getLanguage());
        page.title(texts.text(language, "portal.sso.go.title") + " – " + gmina.name(language));
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        for (String address : gmina.styleSheets()) {
            page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/" + address);
        }
        page.head().appendElement("script").attr("src", "/sso/" + SCRIPT).attr("defer", true);
        Element main = page.body().appendElement("main").addClass("og-page og-error");
        main.appendElement("h1").text(texts.text(language, "portal.sso.go.title"));
        main.appendElement("p").text(texts.text(language, "portal.sso.go.text"));
        Element post = main.appendElement("form")
                .attr("method", "post")
                .attr("action", form.address().toString());
        form.fields().forEach((name, value) -> post.appendElement("input")
                .attr("type", "hidden")
                .attr("name", name)
                .attr("value", value));
        post.appendElement("button").addClass("og-button og-primary").text(texts.text(language, "portal.sso.go.send"));
        // no form-action: browsers apply it to where the provider sends the form on, too
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'");
        write(response, "text/html;charset=utf-8", page.outerHtml());
    }

    void script(HttpServletResponse response) throws IOException {
        write(response, "text/javascript;charset=utf-8", "document.forms[0].submit();\n");
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
