package pl.otwartagmina.service.payments.internal.document;

import java.util.Locale;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;

/** The body of a document while it is written; all words become harmless here. */
final class Body {
    private final StringBuilder xhtml = new StringBuilder(4096);
    private final Translations translations;
    private final Locale language;

    Body(Translations translations, Locale language) {
        this.translations = translations;
        this.language = language;
    }

    String text(String key, Object... arguments) {
        return translations.text(language, key, arguments);
    }

    /** As it is. */
    Body markup(String ready) {
        xhtml.append(ready);
        return this;
    }

    /** An element of a class, or of none where it is empty. */
    Body element(String name, String style, String words) {
        return open(name, style).markup(PrintedDocument.text(words)).markup("</" + name + ">");
    }

    Body element(String name, String words) {
        return element(name, "", words);
    }

    /** A row of a table of pairs. */
    Body pair(String label, String value) {
        return markup("<tr><th scope=\"row\">" + PrintedDocument.text(label) + "</th>")
                .element("td", value)
                .markup("</tr>");
    }

    private Body open(String name, String style) {
        return markup(style.isEmpty() ? "<" + name + ">" : "<" + name + " class=\"" + style + "\">");
    }

    @Override
    public String toString() {
        return xhtml.toString();
    }
}
