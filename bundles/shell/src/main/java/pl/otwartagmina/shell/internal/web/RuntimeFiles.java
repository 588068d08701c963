package pl.otwartagmina.shell.internal.web;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.net.MalformedURLException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Vaadin's browser code out of the bundle vaadin-runtime, and nothing else. */
@SuppressWarnings("serial") // never serialised
final class RuntimeFiles extends StaticFileServer {
    private final ServletContext context;

    RuntimeFiles(VaadinService service, ServletContext context) {
        super(service);
        this.context = context;
    }

    /** Flow's own look-up expects that Jetty's resources are files; those of a bundle are not. */
    @Override
    protected @Nullable URL getStaticResource(String path) {
        try {
            return context.getResource(path);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    /** The names of the built files change with their content. */
    @Override
    protected void writeCacheHeaders(String path, HttpServletResponse response) {
        if (path.startsWith("/VAADIN/build/")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            super.writeCacheHeaders(path, response);
        }
    }
}
