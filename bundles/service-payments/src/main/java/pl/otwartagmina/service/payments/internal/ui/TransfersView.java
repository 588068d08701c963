package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Stream;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.service.payments.internal.bank.BankEntry;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** Transfers to be explained (Wpływy do wyjaśnienia), the oldest first, and what became of the others. */
final class TransfersView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final String PANEL = "payments-transfers";

    private final transient BankDesk desk;
    private final transient TransferWords words;
    private final TabBar<TransferTab> tabs = new TabBar<>(List.of(TransferTab.values()), PANEL, this::choose);
    private final Div list = new Div();
    private final Pager pager = new Pager(texts(), this::page);
    private TransferTab tab = TransferTab.WAITING;
    private int page;

    TransfersView(BankDesk desk) {
        super("payments.transfers");
        this.desk = desk;
        this.words = new TransferWords(texts(), desk);
        list.setId(PANEL);
        list.getElement().setAttribute("role", "tabpanel");
        Div card = new Div(tabs, list, pager);
        card.addClassName("og-card");
        RouterLink statements = new RouterLink("", StatementsView.class);
        statements.addClassName("og-button");
        texts().bind(statements::setText, "payments.statements.title");
        mainAction(statements);
        add(card);
        texts().bind(tabs::label, "payments.transfers.tabs");
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> wanted =
                event.getLocation().getQueryParameters().getParameters().getOrDefault("tab", List.of());
        tab = Stream.of(TransferTab.values())
                .filter(one -> wanted.contains(one.code()))
                .findFirst()
                .orElse(TransferTab.WAITING);
        show();
    }

    private void choose(TransferTab chosen) {
        tab = chosen;
        page(0);
    }

    private void page(int wanted) {
        page = wanted;
        show();
    }

    private void show() {
        int rows = 0;
        for (TransferTab one : TransferTab.values()) {
            int count = desk.count(one);
            tabs.show(one, texts().get("payments.transfers.tab." + one.code(), count), one == tab);
            rows = one == tab ? count : rows;
        }
        // what was on the last page may have been decided meanwhile
        page = Math.min(page, Math.max(0, (rows - 1) / Dues.PAGE));
        list.getElement().setAttribute("aria-labelledby", TabBar.id(tab));
        list.removeAll();
        list.add(
                rows == 0
                        ? new EmptyState(
                                "inbox",
                                texts().get("payments.transfers.empty." + tab.code() + ".title"),
                                texts().get("payments.transfers.empty." + tab.code() + ".text"))
                        : table(desk.transfers(tab, page, Dues.PAGE)));
        pager.show(page, rows);
    }

    private Table table(List<Transfer> transfers) {
        Table table = new Table(
                texts().get("payments.transfers.title"),
                List.of(
                        Table.Column.of(texts().get("payments.transfers.column.title"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.transfers.column.from")),
                        Table.Column.of(texts().get("payments.transfers.column.day"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.column.amount"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts().get("payments.column.state"), "og-cell-state"),
                        Table.Column.quiet(texts().get("payments.column.details"), "og-cell-actions")));
        for (Transfer transfer : transfers) {
            BankEntry entry = transfer.entry();
            String title = entry.title().isEmpty() ? texts().get("payments.entry.untitled") : entry.title();
            RouterLink open = new RouterLink(
                    texts().get(transfer.isOpen() ? "payments.transfers.explain" : "payments.column.details"),
                    TransferView.class,
                    transfer.id());
            open.addClassName("og-link");
            open.getElement()
                    .setAttribute(
                            "aria-label",
                            texts().get("payments.transfers.open", TransferWords.amount(transfer), title));
            table.row(
                    Table.Cell.of(title),
                    Table.Cell.of(TransferWords.from(entry)),
                    Table.Cell.of(Formats.day(entry.booked())),
                    Table.Cell.of(TransferWords.amount(transfer)),
                    new Table.Cell(words.badge(transfer)),
                    new Table.Cell(open));
        }
        return table;
    }
}
