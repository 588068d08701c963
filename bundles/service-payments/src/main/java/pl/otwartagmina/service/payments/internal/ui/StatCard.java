package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A figure at the top of a page: what it is, how much, one line more. */
final class StatCard extends Div {
    private static final long serialVersionUID = 1L;

    StatCard(String label, String value, String note) {
        addClassName("og-stat");
        Span figure = new Span();
        Element strong = new Element("strong");
        strong.setText(value);
        figure.getElement().appendChild(strong);
        add(new Span(label), figure, new Span(note));
    }

    /** Coloured as {@code tone}: "danger" or "success". */
    StatCard toned(String tone) {
        addClassName("og-stat-" + tone);
        return this;
    }
}
