package pl.otwartagmina.shell.internal.gmina;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Files of the themes, {@code /public/theme/<id>/<hash>/<file>}; only what a theme lists can be had. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("theme")
@HttpWhiteboardServletPattern("/theme/*")
@HttpWhiteboardContextSelect(PublicContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class ThemeServlet extends HttpServlet {
    private final Themes themes;

    @Activate
    public ThemeServlet(@Reference Themes themes) {
        this.themes = themes;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = request.getPathInfo() == null
                ? new String[0]
                : request.getPathInfo().split("/", 4);
        Optional<URL> file = parts.length < 4
                ? Optional.empty()
                : themes.find(parts[1]).flatMap(theme -> theme.file(parts[2], parts[3]));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PublicFile.headers(response, parts[3], true);
        try (InputStream in = file.get().openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
