package pl.otwartagmina.shell.internal.gmina;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Logos of the footer: pictures in {@code etc/logos} that the settings name, and nothing else. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("logo")
@HttpWhiteboardServletPattern("/logo/*")
@HttpWhiteboardContextSelect(PublicContext.SELECT)
@SuppressWarnings("serial") // never serialised
public final class LogoServlet extends HttpServlet {
    private final Gmina gmina;
    private final Path folder;

    @Activate
    public LogoServlet(@Reference Gmina gmina, BundleContext context) {
        this.gmina = gmina;
        String etc = context.getProperty("karaf.etc");
        this.folder = Path.of(etc == null ? "etc" : etc, "logos");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Optional<Path> file = gmina.logos().stream()
                .filter(logo -> logo.file().equals(name))
                .map(logo -> folder.resolve(logo.file()))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PublicFile.headers(response, name, false);
        Files.copy(file.get(), response.getOutputStream());
    }
}
