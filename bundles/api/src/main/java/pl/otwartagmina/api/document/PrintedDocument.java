package pl.otwartagmina.api.document;

import java.util.Locale;

/**
 * A document to be printed.
 *
 * <p>The body is XHTML without {@code html} and {@code body}. Style classes at hand: {@code lead} (a line below the heading),
 * {@code muted}, {@code amount} (a figure at the right edge), {@code keep} (not parted by a page break), {@code new-page}.
 * Lists of pairs are {@code table.pairs} with {@code th scope="row"}; all tables repeat their {@code thead} on each page.
 *
 * @param title what a reader's window shows
 * @param language in which the body is written; page numbers follow
 * @param style further CSS, such as {@code @page { size: A5 }}; empty for none
 * @param body XHTML; all that comes from people or other systems goes through {@link #text}
 */
public record PrintedDocument(String title, Locale language, String style, String body) {
    public PrintedDocument {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document has a title");
        }
    }

    /** A document in the usual style. */
    public PrintedDocument(String title, Locale language, String body) {
        this(title, language, "", body);
    }

    /** The text as XHTML, so that nothing in it is taken for markup; characters that XML forbids are left out. */
    public static String text(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (isXml(point)) {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
