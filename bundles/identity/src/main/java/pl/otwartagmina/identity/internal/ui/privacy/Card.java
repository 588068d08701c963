package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import pl.otwartagmina.api.ui.Texts;

/** A part of the page: {@code <key>.title} and {@code <key>.text} on top. */
abstract class Card extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;

    Card(Texts texts, String key) {
        this.texts = texts;
        addClassNames("og-card", "og-section");
        H2 title = new H2();
        Paragraph text = new Paragraph();
        texts.bind(title::setText, key + ".title");
        texts.bind(text::setText, key + ".text");
        add(title, text);
    }

    final Texts texts() {
        return texts;
    }
}
