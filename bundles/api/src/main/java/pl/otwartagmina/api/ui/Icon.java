package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.html.Span;

/** A picture of the portal's icon set, hidden from screen readers: the words beside it say the same. */
public final class Icon extends Span {
    private static final long serialVersionUID = 1L;

    /** @param name in the set of {@code themes/base}, such as {@code wallet} */
    public Icon(String name) {
        addClassName("og-icon");
        getElement().setAttribute("data-icon", name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
