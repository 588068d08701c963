package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import pl.otwartagmina.api.ui.Icon;

/** A link to a text file that is written while it is fetched. */
final class FileLink extends Anchor {
    private static final long serialVersionUID = 1L;

    /** Writes the file. */
    @FunctionalInterface
    interface Author {
        void write(Writer out) throws IOException;
    }

    /**
     * @param words of the link
     * @param file its name
     */
    FileLink(String words, String file, String mediaType, Author author) {
        super(handler(file, mediaType, author), "");
        addClassName("og-buttonlink");
        getElement().setAttribute("download", true);
        add(new Icon("download"), new Span(words));
    }

    private static DownloadHandler handler(String file, String mediaType, Author author) {
        return event -> {
            event.setFileName(file);
            event.setContentType(mediaType);
            event.getResponse().setHeader("Cache-Control", "no-store");
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
                author.write(out);
            }
        };
    }
}
