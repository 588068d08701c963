package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.order.Basket;

/** Dues, one a row, each opening to its details. */
final class DueTable extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final DueWords words;
    private final Function<Owed, Component> details;
    private final Function<Due, Table.Cell> naming;
    private final Optional<Selection> selection;
    private final Map<Owed, Checkbox> boxes = new LinkedHashMap<>();
    private final Checkbox all = new Checkbox();
    private boolean showing;
    private final Table table;

    private DueTable(
            Texts texts,
            DueWords words,
            List<Owed> rows,
            Function<Due, Table.Cell> naming,
            Optional<Selection> selection,
            Function<Owed, Component> details) {
        this.texts = texts;
        this.selection = selection;
        this.words = words;
        this.details = details;
        this.naming = naming;
        this.table = new Table(texts.get("payments.dues.title"), columns());
        rows.forEach(this::add);
        if (!boxes.isEmpty()) {
            all.setAriaLabel(texts.get("payments.choose.all"));
            all.addValueChangeListener(change -> {
                if (!showing) {
                    chooseAll(change.getValue());
                }
            });
            table.head(all);
            showAll();
        }
        add(table);
    }

    private List<Table.Column> columns() {
        List<Table.Column> columns = new ArrayList<>();
        if (selection.isPresent()) {
            columns.add(Table.Column.quiet(texts.get("payments.column.choose"), "og-cell-check"));
        }
        columns.addAll(List.of(
                Table.Column.of(texts.get("payments.column.due"), "og-cell-main"),
                Table.Column.of(texts.get("payments.column.instalment")),
                Table.Column.of(texts.get("payments.column.day"), "og-cell-line"),
                Table.Column.amount(texts.get("payments.column.principal"), "og-cell-hide"),
                Table.Column.amount(texts.get("payments.column.interest")),
                Table.Column.amount(texts.get("payments.column.paid"), "og-cell-hide"),
                Table.Column.amount(texts.get("payments.column.to-pay"), "og-cell-amount", "og-strong"),
                Table.Column.quiet(texts.get("payments.column.state"), "og-cell-state"),
                Table.Column.quiet(texts.get("payments.column.details"), "og-cell-actions")));
        return columns;
    }

    private void chooseAll(boolean yes) {
        showing = true;
        boxes.values().forEach(box -> box.setValue(yes));
        showing = false;
        selection.ifPresent(one -> one.choose(boxes.keySet(), yes));
        showAll();
    }

    /** The box in the heading is ticked when all are, and half when some are. */
    private void showAll() {
        showing = true;
        long ticked = boxes.values().stream().filter(Checkbox::getValue).count();
        all.setValue(ticked == boxes.size());
        all.setIndeterminate(ticked > 0 && ticked < boxes.size());
        showing = false;
    }

    private Table.Cell box(Owed owed, Selection chosen) {
        if (!Basket.takes(owed)) {
            return new Table.Cell();
        }
        Checkbox box = new Checkbox(chosen.has(owed));
        box.setAriaLabel(texts.get("payments.choose", words.title(owed.due())));
        box.addValueChangeListener(change -> {
            if (!showing) {
                chosen.choose(List.of(owed), change.getValue());
                showAll();
            }
        });
        boxes.put(owed, box);
        return new Table.Cell(box);
    }

    /**
     * Dues of all kinds, each named by its kind.
     *
     * @param selection those that are chosen for payment; empty where none can be
     * @param details made when a row is opened, not before
     */
    static DueTable ofAll(
            Texts texts,
            DueWords words,
            List<Owed> rows,
            Optional<Selection> selection,
            Function<Owed, Component> details) {
        return new DueTable(
                texts, words, rows, due -> Table.Cell.of(words.heading(due), words.numbers(due)), selection, details);
    }

    /** Dues of one account, each named by its year. */
    static DueTable ofAccount(Texts texts, DueWords words, List<Owed> rows, Function<Owed, Component> details) {
        return new DueTable(
                texts,
                words,
                rows,
                due -> Table.Cell.of(String.valueOf(due.year()), due.decision()),
                Optional.empty(),
                details);
    }

    private void add(Owed owed) {
        Due due = owed.due();
        boolean open = owed.state() == DueState.TO_PAY || owed.state() == DueState.OVERDUE;
        NativeButton opener = new NativeButton();
        List<Table.Cell> cells = new ArrayList<>();
        selection.ifPresent(chosen -> cells.add(box(owed, chosen)));
        cells.addAll(List.of(
                naming.apply(due),
                Table.Cell.of(words.instalment(due.instalment())),
                Table.Cell.of(Formats.day(due.dueDay()), open ? words.when(due.dueDay(), owed.day()) : ""),
                Table.Cell.of(Formats.amount(due.principal())),
                Table.Cell.of(words.interest(owed.interest())),
                Table.Cell.of(DueWords.amountOrDash(due.paid())),
                Table.Cell.of(DueWords.amountOrDash(owed.toPay())),
                new Table.Cell(badge(owed)),
                new Table.Cell(opener)));
        table.row(cells);
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

    private Badge badge(Owed owed) {
        if (owed.due().isWithdrawn()) {
            return new Badge(Tone.NEUTRAL, texts.get("payments.withdrawn"));
        }
        Tone tone =
                switch (owed.state()) {
                    case TO_PAY -> Tone.INFO;
                    case IN_PROGRESS -> Tone.NEUTRAL;
                    case OVERDUE -> Tone.DANGER;
                    case PAID -> Tone.SUCCESS;
                };
        return new Badge(tone, texts.get("payments.state." + owed.state().code()));
    }
}
