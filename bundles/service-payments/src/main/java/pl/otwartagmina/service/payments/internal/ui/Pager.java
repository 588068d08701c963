package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** Which rows of how many are shown, and the way to the others. */
public final class Pager extends Nav {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final Span range = new Span();
    private final Span pageOf = new Span();
    private final NativeButton previous;
    private final NativeButton next;
    private int page;

    public Pager(Texts texts, IntConsumer chosen) {
        this.texts = texts;
        addClassName("og-pager");
        previous = button("chevron-left", () -> chosen.accept(page - 1));
        next = button("chevron-right", () -> chosen.accept(page + 1));
        // read aloud when another page or tab comes
        range.getElement().setAttribute("role", "status");
        add(range, new Div(previous, pageOf, next));
        texts.bind(this::setAriaLabel, "payments.pager.label");
        texts.bind(previous::setAriaLabel, "payments.pager.previous");
        texts.bind(next::setAriaLabel, "payments.pager.next");
    }

    /** Shows where this page is among so many rows. */
    public void show(int shownPage, int rows) {
        page = shownPage;
        int pages = Math.max(1, (rows + Dues.PAGE - 1) / Dues.PAGE);
        int first = page * Dues.PAGE + 1;
        range.setText(texts.get("payments.pager.range", first, Math.min(rows, first + Dues.PAGE - 1), rows));
        pageOf.setText(texts.get("payments.pager.page", page + 1, pages));
        previous.setEnabled(page > 0);
        next.setEnabled(page + 1 < pages);
        next.getParent().ifPresent(buttons -> buttons.setVisible(pages > 1));
        setVisible(rows > 0);
    }

    private static NativeButton button(String icon, Runnable action) {
        NativeButton button = new NativeButton("", click -> action.run());
        button.add(new Icon(icon));
        return button;
    }
}
