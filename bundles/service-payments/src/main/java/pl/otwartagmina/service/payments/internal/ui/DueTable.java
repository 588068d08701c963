package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Function;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.Owed;

/** Dues, one a row, each opening to its details. */
final class DueTable extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final DueWords words;
    private final Function<Owed, Component> details;
    private final Table table;

    /** @param details made when a row is opened, not before */
    DueTable(Texts texts, DueWords words, String name, List<Owed> rows, Function<Owed, Component> details) {
        this.texts = texts;
        this.words = words;
        this.details = details;
        this.table = new Table(
                name,
                List.of(
                        Table.Column.of(texts.get("payments.column.due"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.instalment"), "og-cell-line"),
                        Table.Column.of(texts.get("payments.column.day"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.principal"), "og-cell-hide"),
                        Table.Column.amount(texts.get("payments.column.interest")),
                        Table.Column.amount(texts.get("payments.column.paid"), "og-cell-hide"),
                        Table.Column.amount(texts.get("payments.column.to-pay"), "og-cell-amount", "og-strong"),
                        Table.Column.of(texts.get("payments.column.state"), "og-cell-state"),
                        Table.Column.of(texts.get("payments.column.details"), "og-cell-actions")));
        rows.forEach(this::add);
        getElement().appendChild(table.getElement());
    }

    private void add(Owed owed) {
        Due due = owed.due();
        boolean open = owed.state() == DueState.TO_PAY || owed.state() == DueState.OVERDUE;
        NativeButton opener = new NativeButton();
        table.row(
                lines(words.kind(due.kind()), words.numbers(due)),
                new Span(words.instalment(due.instalment())),
                lines(Formats.day(due.dueDay()), open ? words.when(due.dueDay(), owed.day()) : ""),
                new Span(Formats.amount(due.principal())),
                new Span(words.interest(owed.interest())),
                new Span(DueWords.amountOrDash(due.paid())),
                new Span(DueWords.amountOrDash(owed.toPay())),
                badge(owed.state()),
                opener);
        opener.addClassName("og-link");
        opener.getElement().setAttribute("aria-label", texts.get("payments.details.open", words.title(due)));
        opener.getElement().setAttribute("aria-expanded", "false");
        opener.add(new Icon("chevron-down"));
        Div place = new Div();
        NativeTableRow detailsRow = table.wideRow(place);
        detailsRow.addClassName("og-details-row");
        detailsRow.setVisible(false);
        opener.addClickListener(click -> {
            boolean show = !detailsRow.isVisible();
            if (show && place.getComponentCount() == 0) {
                place.add(details.apply(owed));
            }
            detailsRow.setVisible(show);
            opener.getElement().setAttribute("aria-expanded", String.valueOf(show));
            opener.removeAll();
            opener.add(new Icon(show ? "chevron-up" : "chevron-down"));
        });
    }

    private Badge badge(DueState state) {
        Tone tone =
                switch (state) {
                    case TO_PAY -> Tone.INFO;
                    case IN_PROGRESS -> Tone.NEUTRAL;
                    case OVERDUE -> Tone.DANGER;
                    case PAID -> Tone.SUCCESS;
                };
        return new Badge(tone, texts.get("payments.state." + state.code()));
    }

    /** A line, and a smaller one below it. */
    static Span lines(String first, String second) {
        Span lines = new Span(new Span(first));
        if (!second.isEmpty()) {
            Element small = new Element("span");
            small.getClassList().add("og-sub");
            small.setText(second);
            lines.getElement().appendChild(Element.createText(" "), small);
        }
        return lines;
    }
}
