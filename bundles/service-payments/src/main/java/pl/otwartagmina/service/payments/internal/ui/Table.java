package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;

/**
 * A table that a phone shows as cards. The roles are spelt out because browsers forget them where a style sheet changes
 * how a table is laid out.
 */
public final class Table extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final List<Column> columns;
    private final NativeTableBody body = addBody();

    /**
     * A column.
     *
     * @param heading words at its top; beside the value on a phone where {@code labelled}, for screen readers only where
     *     {@code quiet}
     * @param classes style classes of its cells
     */
    public record Column(String heading, boolean labelled, boolean quiet, String... classes) {
        public static Column of(String heading, String... classes) {
            return new Column(heading, false, false, classes);
        }

        /** Whether its cells name their rows. */
        boolean names() {
            return Arrays.asList(classes).contains("og-cell-main");
        }

        /** A column that shows by itself what it holds. */
        public static Column quiet(String heading, String... classes) {
            return new Column(heading, false, true, classes);
        }

        /** A figure at the right edge, with its heading beside it on a phone. */
        public static Column amount(String heading, String... classes) {
            String[] all = Arrays.copyOf(classes, classes.length + 1);
            all[classes.length] = "og-amount";
            return new Column(heading, true, false, all);
        }
    }

    /** What stands in a cell. */
    public record Cell(Component... parts) {
        public static Cell of(String text) {
            return new Cell(new Span(text));
        }

        /** A line, and a smaller one below it, or beside it on a phone. */
        public static Cell of(String text, String below) {
            return below.isEmpty() ? of(text) : new Cell(new Span(text), new Small(below));
        }
    }

    public Table(String name, List<Column> columns) {
        this.columns = List.copyOf(columns);
        addClassName("og-table");
        role(getElement(), "table");
        getElement().setAttribute("aria-label", name);
        NativeTableRow head = new NativeTableRow();
        role(head.getElement(), "row");
        for (Column column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell();
            role(cell.getElement(), "columnheader");
            cell.addClassNames(column.classes());
            Span heading = new Span(column.heading());
            heading.setClassName("og-sr", column.quiet());
            cell.add(heading);
            head.add(cell);
        }
        getHead().add(head);
        role(getHead().getElement(), "rowgroup");
        role(body.getElement(), "rowgroup");
    }

    /** Puts this into the heading of the first column. */
    void head(Component content) {
        getHead().getElement().getChild(0).getChild(0).appendChild(content.getElement());
    }

    /** Adds a row. */
    public void row(Cell... cells) {
        row(List.of(cells));
    }

    /** Adds a row. */
    public void row(List<Cell> cells) {
        NativeTableRow row = new NativeTableRow();
        role(row.getElement(), "row");
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            Element cell = column.names()
                    ? new NativeTableHeaderCell(cells.get(i).parts()).getElement()
                    : new NativeTableCell(cells.get(i).parts()).getElement();
            role(cell, column.names() ? "rowheader" : "cell");
            for (String name : column.classes()) {
                cell.getClassList().add(name);
            }
            if (column.labelled()) {
                cell.setAttribute("data-label", column.heading());
            }
            row.getElement().appendChild(cell);
        }
        body.add(row);
    }

    /** Adds a row of one wide cell, such as the details of the row above. */
    NativeTableRow wideRow(Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        role(cell.getElement(), "cell");
        cell.setColspan(columns.size());
        NativeTableRow row = new NativeTableRow(cell);
        role(row.getElement(), "row");
        body.add(row);
        return row;
    }

    private static void role(Element element, String role) {
        element.setAttribute("role", role);
    }
}
