package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says what will be here and what to do now, in place of an empty list. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    public EmptyState(String icon, String title, String text, Component... actions) {
        addClassName("og-empty");
        add(new Icon(icon), new H2(title), new Paragraph(text));
        add(actions);
    }
}
