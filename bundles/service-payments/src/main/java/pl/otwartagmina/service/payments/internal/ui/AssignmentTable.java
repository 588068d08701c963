package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.bank.Assignment;

/** What a transfer pays, or would pay: which due, of which card, how much, and of what that is made up. */
final class AssignmentTable extends Div {
    private static final long serialVersionUID = 1L;

    AssignmentTable(Texts texts, TransferWords words, List<Assignment> assignments) {
        Table table = new Table(
                texts.get("payments.entry.assigned"),
                List.of(
                        Table.Column.of(texts.get("payments.column.due"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.account")),
                        Table.Column.amount(texts.get("payments.column.amount"), "og-cell-amount", "og-strong")));
        for (Assignment assignment : assignments) {
            table.row(
                    Table.Cell.of(words.assignment(assignment), words.parts(assignment)),
                    Table.Cell.of(assignment.card()),
                    Table.Cell.of(Formats.amount(assignment.amount())));
        }
        add(table);
    }
}
