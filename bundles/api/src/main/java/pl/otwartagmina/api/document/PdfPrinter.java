package pl.otwartagmina.api.document;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Prints documents as PDF that screen readers can read (PDF/UA, ISO 14289), in the portal's own font, with page numbers.
 *
 * <p>Nothing is fetched while it prints: pictures come with the document, as {@code data:image/png;base64,…} or JPEG, and
 * whatever else it refers to is left out.
 */
@ProviderType
public interface PdfPrinter {
    /**
     * The document as a file. Takes a second for some hundred pages; a few documents are printed at once, others wait.
     *
     * @throws IllegalArgumentException if the body is not well-formed XHTML or has a document type
     */
    byte[] print(PrintedDocument document);
}
