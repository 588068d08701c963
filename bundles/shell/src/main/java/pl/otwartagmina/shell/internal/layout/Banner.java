package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.gmina.Gmina;

/** A warning of the office, on every page while it is set. */
final class Banner extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Gmina gmina;
    private final Span words = new Span();

    Banner(Gmina gmina) {
        this.gmina = gmina;
        addClassName("og-banner");
        getElement().setAttribute("role", "status");
        add(new Icon("megaphone"), words);
        refresh();
    }

    void refresh() {
        var text = gmina.banner(UI.getCurrent().getLocale());
        setVisible(text.isPresent());
        words.setText(text.orElse(""));
    }
}
