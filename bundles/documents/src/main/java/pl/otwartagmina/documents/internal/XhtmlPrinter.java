package pl.otwartagmina.documents.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.api.document.PrintedDocument;

/** Prints with openhtmltopdf and PDFBox; fonts are those of this bundle, never those of the machine. */
@Component
public final class XhtmlPrinter implements PdfPrinter {
    /** A long document takes hundreds of megabytes while it is laid out. */
    private static final int AT_ONCE = 2;

    /** The family to which the engine falls back, and which document.css gives to everything. */
    private static final String FAMILY = "serif";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final Logger LOG = LoggerFactory.getLogger(XhtmlPrinter.class);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Override
    public byte[] print(PrintedDocument document) {
        org.w3c.dom.Document page = Xhtml.of(document);
        turns.acquireUninterruptibly();
        try {
            return render(page);
        } catch (IOException failed) {
            throw new UncheckedIOException("A document could not be printed", failed);
        } finally {
            turns.release();
        }
    }

    private static byte[] render(org.w3c.dom.Document page) throws IOException {
        // what it says goes to the diagnostic consumer below; to standard error it would put texts of documents
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder =
                new PdfRendererBuilder().usePdfUaAccessibility(true).withProducer("Otwarta Gmina");
        font(builder, "Regular", REGULAR, FontStyle.NORMAL);
        font(builder, "Semibold", BOLD, FontStyle.NORMAL);
        font(builder, "It", REGULAR, FontStyle.ITALIC);
        builder.useExternalResourceAccessControl(
                XhtmlPrinter::isPicture, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                XhtmlPrinter::isPicture, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withDiagnosticConsumer(XhtmlPrinter::tell);
        builder.withW3cDocument(page, "about:blank");
        builder.toStream(file);
        builder.run();
        return file.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> open("/fonts/SourceSans3-" + name + ".ttf"), FAMILY, weight, style, true);
    }

    private static InputStream open(String name) {
        InputStream resource = XhtmlPrinter.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The bundle has lost " + name);
        }
        return resource;
    }

    /** Pictures that came with the document; all else stays where it is, in the net and on the disk. */
    private static boolean isPicture(String address, ExternalResourceType type) {
        return type == ExternalResourceType.IMAGE_RASTER
                && (address.startsWith("data:image/png;base64,") || address.startsWith("data:image/jpeg;base64,"));
    }

    /** Only which message it is: its arguments may be words of the document. */
    private static void tell(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.warn("Printing: {}", diagnostic.getLogMessageId());
        }
    }
}
