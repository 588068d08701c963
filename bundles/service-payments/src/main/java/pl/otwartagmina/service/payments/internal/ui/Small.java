package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** Words beside the main thing. */
@Tag("small")
public final class Small extends HtmlContainer {
    private static final long serialVersionUID = 1L;

    public Small(String text) {
        getElement().setText(text);
    }
}
