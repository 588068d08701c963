package pl.otwartagmina.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import pl.otwartagmina.api.document.PrintedDocument;

/** The whole page around the body of a document, parsed without anything from outside. */
final class Xhtml {
    private static final String STYLE = style();

    private Xhtml() {}

    /** @throws IllegalArgumentException if the body is not well-formed or has a document type */
    static Document of(PrintedDocument document) {
        String title = PrintedDocument.text(document.title());
        ResourceBundle words = ResourceBundle.getBundle(
                "i18n.messages",
                document.language(),
                Xhtml.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        String pageNumber = "@page { @bottom-right { font-family: serif; font-size: 9pt; color: #54616c; content: '"
                + words.getString("documents.page") + " ' counter(page) ' " + words.getString("documents.of")
                + " ' counter(pages); } }";
        // PDF/UA wants language, title and description
        return parse("<html lang=\"" + document.language().toLanguageTag() + "\"><head><title>" + title
                + "</title><meta name=\"description\" content=\"" + title + "\"/><style>" + STYLE + pageNumber
                + PrintedDocument.text(document.style()) + "</style></head><body>" + document.body()
                + "</body></html>");
    }

    private static Document parse(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (SAXException wrong) {
            throw new IllegalArgumentException("The body of a document is not well-formed XHTML", wrong);
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String style() {
        try (InputStream file = Xhtml.class.getResourceAsStream("/document.css")) {
            if (file == null) {
                throw new IllegalStateException("The bundle has lost document.css");
            }
            return PrintedDocument.text(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Throws; the usual one writes to standard error besides. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
