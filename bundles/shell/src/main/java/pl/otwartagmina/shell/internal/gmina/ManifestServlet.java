package pl.otwartagmina.shell.internal.gmina;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import pl.otwartagmina.shell.internal.text.PortalTexts;

/** What a phone needs to put the portal among its apps (W3C Web Application Manifest). */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("manifest")
@HttpWhiteboardServletPattern("/manifest.webmanifest")
@HttpWhiteboardContextSelect(PublicContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class ManifestServlet extends HttpServlet {
    /** Its address. */
    public static final String ADDRESS = "/" + PublicContext.PATH + "/manifest.webmanifest";

    private final Gmina gmina;

    @Activate
    public ManifestServlet(@Reference Gmina gmina) {
        this.gmina = gmina;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Theme theme = gmina.theme();
        JsonObject manifest = Json.createObject();
        manifest.put("name", gmina.name(PortalTexts.POLISH) + " – " + gmina.subtitle(PortalTexts.POLISH));
        manifest.put("short_name", gmina.name(PortalTexts.POLISH));
        manifest.put("lang", "pl");
        manifest.put("id", "/");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("theme_color", theme.properties().getOrDefault("color.primary", "#14507a"));
        manifest.put("background_color", "#f5f4ef");
        JsonArray icons = Json.createArray();
        icon(icons, theme, "icon-192.png", "192x192", "any");
        icon(icons, theme, "icon-512.png", "512x512", "any");
        icon(icons, theme, "icon-maskable-512.png", "512x512", "maskable");
        manifest.put("icons", icons);
        response.setContentType("application/manifest+json;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(manifest.toJson());
    }

    private static void icon(JsonArray icons, Theme theme, String file, String sizes, String purpose) {
        if (theme.files().containsKey(file)) {
            JsonObject icon = Json.createObject();
            icon.put("src", "/" + theme.address(file));
            icon.put("sizes", sizes);
            icon.put("type", "image/png");
            icon.put("purpose", purpose);
            icons.set(icons.length(), icon);
        }
    }
}
