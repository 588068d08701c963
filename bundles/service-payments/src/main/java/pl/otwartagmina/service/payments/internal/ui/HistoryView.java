package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

/** What I have paid in the portal (Historia płatności), last first. */
final class HistoryView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final Paying paying;
    private final Acting acting;
    private final Div list = new Div();
    private List<PaymentOrder> orders = List.of();

    HistoryView(Paying paying, Acting acting) {
        super("payments.history");
        this.paying = paying;
        this.acting = acting;
        add(list);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        orders = paying.cashier().orders().ofPayer(Paying.account(acting));
        show();
    }

    private void show() {
        list.removeAll();
        list.setClassName("og-card");
        if (orders.isEmpty()) {
            list.add(new EmptyState(
                    "inbox", texts().get("payments.history.empty.title"), texts().get("payments.history.empty.text")));
            return;
        }
        list.addClassName("og-card-flush");
        Table table = new Table(
                texts().get("payments.history.title"),
                List.of(
                        Table.Column.of(texts().get("payments.column.payment"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.column.when"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.column.amount"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts().get("payments.column.state"), "og-cell-state"),
                        Table.Column.quiet(texts().get("payments.column.details"), "og-cell-actions")));
        for (PaymentOrder order : orders) {
            RouterLink details = new RouterLink(texts().get("payments.column.details"), PaidView.class, order.act());
            details.addClassName("og-link");
            details.getElement().setAttribute("aria-label", texts().get("payments.details.open", titles(order)));
            table.row(
                    Table.Cell.of(titles(order)),
                    Table.Cell.of(Formats.moment(order.created())),
                    Table.Cell.of(Formats.amount(order.amount())),
                    new Table.Cell(OrderWords.badge(texts(), order.state())),
                    new Table.Cell(details));
        }
        list.add(table);
    }

    /** The first due, and how many more. */
    private String titles(PaymentOrder order) {
        List<OrderLine> lines = order.lines();
        return lines.size() == 1
                ? lines.get(0).title()
                : texts().get("payments.history.more", lines.get(0).title(), lines.size() - 1);
    }
}
