package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Pairs of a label and a value. */
public final class Details extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Details() {
        addClassName("og-details");
    }

    /** One pair more. */
    public Details with(String label, Component value) {
        add(new Term(label), new Description(value));
        return this;
    }

    /** One pair more, unless the value is empty. */
    public Details with(String label, String value) {
        return value.isEmpty() ? this : with(label, new Span(value));
    }
}
