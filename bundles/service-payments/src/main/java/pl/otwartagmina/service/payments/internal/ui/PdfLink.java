package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import pl.otwartagmina.api.ui.Icon;

/** A link to a paper that is printed when it is fetched, and kept nowhere on the way. */
public final class PdfLink extends Anchor {
    private static final long serialVersionUID = 1L;

    /**
     * @param words of the link
     * @param file its name, without an ending
     */
    public PdfLink(String words, String file, Supplier<byte[]> paper) {
        super(
                DownloadHandler.fromInputStream(event -> {
                    byte[] printed = paper.get();
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return new DownloadResponse(
                            new ByteArrayInputStream(printed), file + ".pdf", "application/pdf", printed.length);
                }),
                "");
        addClassName("og-buttonlink");
        add(new Icon("download"), new Span(words));
    }
}
