package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Pairs of a label and a value. */
final class Details extends DescriptionList {
    private static final long serialVersionUID = 1L;

    Details() {
        addClassName("og-details");
    }

    Details with(String label, Component value) {
        add(new Term(label), new Description(value));
        return this;
    }

    /** Leaves out what is empty. */
    Details with(String label, String value) {
        return value.isEmpty() ? this : with(label, new Span(value));
    }
}
