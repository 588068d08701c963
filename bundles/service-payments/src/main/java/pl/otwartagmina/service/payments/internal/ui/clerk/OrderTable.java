package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.service.payments.internal.clerk.JournalLine;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.ui.OrderWords;
import pl.otwartagmina.service.payments.internal.ui.Table;

/** Orders in a table, each leading to all that happened to it. */
final class OrderTable {
    private OrderTable() {}

    static Table of(Texts texts, Gateways gateways, String name, List<JournalLine> orders) {
        Table table = new Table(
                name,
                List.of(
                        Table.Column.of(texts.get("payments.column.payment"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.when"), "og-cell-line"),
                        Table.Column.of(texts.get("payments.column.gateway"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.amount"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts.get("payments.column.state"), "og-cell-state"),
                        Table.Column.quiet(texts.get("payments.column.details"), "og-cell-actions")));
        for (JournalLine order : orders) {
            String title =
                    order.more() == 0 ? order.title() : texts.get("payments.history.more", order.title(), order.more());
            table.row(
                    Table.Cell.of(title),
                    Table.Cell.of(Formats.moment(order.created())),
                    Table.Cell.of(gateways.name(order.gateway(), texts.locale())),
                    Table.Cell.of(Formats.amount(order.amount())),
                    new Table.Cell(OrderWords.badge(texts, order.state())),
                    new Table.Cell(link(texts, order.id(), title + ", " + Formats.moment(order.created()))));
        }
        return table;
    }

    /** The way to an order. */
    static RouterLink link(Texts texts, String order, String name) {
        RouterLink details = new RouterLink(texts.get("payments.column.details"), OrderView.class, order);
        details.addClassName("og-link");
        details.getElement().setAttribute("aria-label", texts.get("payments.details.open", name));
        return details;
    }
}
