package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
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
    private final Function<Due, Table.Cell> naming;
    private final Table table;

    private DueTable(
            Texts texts,
            DueWords words,
            List<Owed> rows,
            Function<Due, Table.Cell> naming,
            Function<Owed, Component> details) {
        this.texts = texts;
        this.words = words;
        this.details = details;
        this.naming = naming;
        this.table = new Table(
                texts.get("payments.dues.title"),
                List.of(
                        Table.Column.of(texts.get("payments.column.due"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.instalment")),
                        Table.Column.of(texts.get("payments.column.day"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.principal"), "og-cell-hide"),
                        Table.Column.amount(texts.get("payments.column.interest")),
                        Table.Column.amount(texts.get("payments.column.paid"), "og-cell-hide"),
                        Table.Column.amount(texts.get("payments.column.to-pay"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts.get("payments.column.state"), "og-cell-state"),
                        Table.Column.quiet(texts.get("payments.column.details"), "og-cell-actions")));
        rows.forEach(this::add);
        add(table);
    }

    /**
     * Dues of all kinds, each named by its kind.
     *
     * @param details made when a row is opened, not before
     */
    static DueTable ofAll(Texts texts, DueWords words, List<Owed> rows, Function<Owed, Component> details) {
        return new DueTable(
                texts, words, rows, due -> Table.Cell.of(words.kind(due.kind()), words.numbers(due)), details);
    }

    /** Dues of one account, each named by its year. */
    static DueTable ofAccount(Texts texts, DueWords words, List<Owed> rows, Function<Owed, Component> details) {
        return new DueTable(
                texts, words, rows, due -> Table.Cell.of(String.valueOf(due.year()), due.decision()), details);
    }

    private void add(Owed owed) {
        Due due = owed.due();
        boolean open = owed.state() == DueState.TO_PAY || owed.state() == DueState.OVERDUE;
        NativeButton opener = new NativeButton();
        table.row(
                naming.apply(due),
                Table.Cell.of(words.instalment(due.instalment())),
                Table.Cell.of(Formats.day(due.dueDay()), open ? words.when(due.dueDay(), owed.day()) : ""),
                Table.Cell.of(Formats.amount(due.principal())),
                Table.Cell.of(words.interest(owed.interest())),
                Table.Cell.of(DueWords.amountOrDash(due.paid())),
                Table.Cell.of(DueWords.amountOrDash(owed.toPay())),
                new Table.Cell(badge(owed.state())),
                new Table.Cell(opener));
        Div place = new Div();
        NativeTableRow detailsRow = table.wideRow(place);
        detailsRow.addClassName("og-details-row");
        detailsRow.setVisible(false);
        opener.addClassName("og-link");
        opener.setAriaLabel(texts.get("payments.details.open", words.title(due)));
        label(opener, false);
        opener.addClickListener(click -> {
            boolean show = !detailsRow.isVisible();
            if (show && place.getComponentCount() == 0) {
                place.add(details.apply(owed));
            }
            detailsRow.setVisible(show);
            label(opener, show);
        });
    }

    private void label(NativeButton opener, boolean open) {
        opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
        opener.removeAll();
        opener.add(new Span(texts.get("payments.column.details")), new Icon(open ? "chevron-up" : "chevron-down"));
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
}
