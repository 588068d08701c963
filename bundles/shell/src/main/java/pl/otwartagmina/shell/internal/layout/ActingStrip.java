package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.pages.ShellPages;

/** On every page while somebody acts for somebody else: for whom, and the way back to one's own matters. */
final class ActingStrip extends Div {
    private static final long serialVersionUID = 1L;

    private final Span words = new Span();
    private final NativeButton back = new NativeButton();

    ActingStrip(ShellPages pages) {
        addClassName("og-acting");
        getElement().setAttribute("role", "status");
        back.addClassName("og-tool");
        back.addClickListener(click -> pages.visits().actFor(UI.getCurrent().getSession(), null));
        add(new Icon("users"), words, back);
        refresh();
    }

    void refresh() {
        var mandate = Visit.acting(UI.getCurrent()).mandate();
        setVisible(mandate.isPresent());
        words.setText(mandate.map(one -> getTranslation("portal.acting.strip", one.principalName()))
                .orElse(""));
        back.setText(getTranslation("portal.acting.back"));
    }
}
