package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.html.Span;

/** A state in one word, with colour and icon: "Zaległe". */
public final class Badge extends Span {
    private static final long serialVersionUID = 1L;

    public Badge(Tone tone, String word) {
        addClassNames("og-badge", "og-badge-" + tone.cssName());
        add(new Icon(tone.icon()), new Span(word));
    }
}
