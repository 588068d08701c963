package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.FileField;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.bank.BankFileRefused;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Fault;
import pl.otwartagmina.service.payments.internal.bank.TakenFile;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** Statements of the bank (Wyciągi bankowe): a clerk sends one and sees what became of it and of those before. */
final class StatementsView extends Page {
    private static final long serialVersionUID = 1L;

    /** A year of a large gmina; the console takes more. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final transient BankDesk desk;
    private final transient Acting acting;
    private final transient TransferWords words;
    private final Div result = new Div();
    private final Div list = new Div();
    private final Pager pager = new Pager(texts(), this::page);
    private transient Runnable lastResult = () -> {};
    private int page;

    StatementsView(BankDesk desk, Acting acting) {
        super("payments.statements");
        this.desk = desk;
        this.acting = acting;
        this.words = new TransferWords(texts(), desk);
        Div card = new Div(new FileField(texts(), "payments.statements.file", LARGEST, List.of(), (name, content) -> {
            Runnable then = take(name, content.readAllBytes());
            return () -> {
                then.run();
                return Optional.empty();
            };
        }));
        card.addClassName("og-card");
        result.addClassName("og-section");
        result.getElement().setAttribute("aria-live", "polite");
        H2 heading = new H2();
        texts().bind(heading::setText, "payments.statements.taken");
        list.addClassNames("og-card", "og-card-flush");
        Section section = new Section(heading, list);
        section.addClassName("og-section");
        RouterLink queue = new RouterLink("", TransfersView.class);
        queue.addClassName("og-button");
        texts().bind(queue::setText, "payments.transfers.title");
        mainAction(queue);
        add(card, result, section);
        texts().onLanguage(() -> {
            lastResult.run();
            showList();
        });
    }

    /** Takes a file outside of the page; what it gives back is to be run within. */
    Runnable take(String name, byte[] content) throws IOException {
        try {
            BankReport report = desk.take(name, new ByteArrayInputStream(content), Clerk.of(acting));
            return () -> show(() -> tell(name, report));
        } catch (BankFileRefused refused) {
            return () -> show(() -> tell(name, refused));
        }
    }

    private void show(Runnable telling) {
        lastResult = () -> {
            result.removeAll();
            telling.run();
        };
        lastResult.run();
        page(0);
    }

    private void tell(String name, BankFileRefused refused) {
        Notice notice = new Notice(Tone.DANGER);
        notice.say(texts().get("payments.statements.refused", name) + "\n\n"
                + texts().get("payments.bank.refused." + refused.reason().code()));
        result.add(notice);
    }

    private void tell(String name, BankReport report) {
        TakenFile file = report.file();
        Notice notice = new Notice(file.rejected() > 0 ? Tone.WARNING : Tone.SUCCESS);
        notice.say(texts().get("payments.statements.done", name, file.taken(), file.known(), file.rejected())
                + "\n\n"
                + texts().get("payments.statements.done.then", report.matched(), file.waiting()));
        result.add(notice);
        if (!report.faults().isEmpty()) {
            List<Fault> first = desk.faults(file);
            Div card = new Div(faults(first));
            card.addClassNames("og-card", "og-card-flush");
            result.add(new H2(texts().get("payments.statements.rejected")), card);
        }
    }

    private Table faults(List<Fault> faults) {
        Table table = new Table(
                texts().get("payments.statements.rejected"),
                List.of(
                        Table.Column.of(texts().get("payments.statements.column.place"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.statements.column.reason"))));
        for (Fault fault : faults) {
            table.row(
                    Table.Cell.of(words.place(fault)),
                    Table.Cell.of(
                            texts().get("payments.bank.fault." + fault.reason().code())));
        }
        return table;
    }

    private void page(int wanted) {
        page = wanted;
        showList();
    }

    private void showList() {
        list.removeAll();
        int count = desk.files();
        List<TakenFile> files = desk.files(page, Dues.PAGE);
        if (files.isEmpty()) {
            list.add(new EmptyState(
                    "inbox",
                    texts().get("payments.statements.empty.title"),
                    texts().get("payments.statements.empty.text")));
            return;
        }
        Table table = new Table(
                texts().get("payments.statements.taken"),
                List.of(
                        Table.Column.of(texts().get("payments.statements.column.file"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.statements.column.when"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.statements.column.new")),
                        Table.Column.amount(texts().get("payments.statements.column.known")),
                        Table.Column.amount(texts().get("payments.statements.column.rejected")),
                        Table.Column.amount(texts().get("payments.statements.column.waiting"), "og-strong")));
        files.forEach(file -> row(table, file));
        pager.show(page, count);
        list.add(table, pager);
    }

    private void row(Table table, TakenFile file) {
        Component rejected = file.rejected() == 0 ? new Span("0") : new NativeButton(String.valueOf(file.rejected()));
        table.row(
                Table.Cell.of(file.name(), file.by()),
                Table.Cell.of(Formats.moment(file.at())),
                Table.Cell.of(String.valueOf(file.taken())),
                Table.Cell.of(String.valueOf(file.known())),
                new Table.Cell(rejected),
                Table.Cell.of(String.valueOf(file.waiting())));
        if (rejected instanceof NativeButton opener) {
            Div details = new Div();
            NativeTableRow wide = table.wideRow(details);
            wide.setVisible(false);
            opener.addClassName("og-link");
            opener.setAriaLabel(texts().get("payments.statements.rejected.open", file.name()));
            opener.getElement().setAttribute("aria-expanded", "false");
            opener.addClickListener(click -> {
                boolean open = !wide.isVisible();
                if (open && details.getComponentCount() == 0) {
                    details.add(faults(desk.faults(file)));
                }
                wide.setVisible(open);
                opener.getElement().setAttribute("aria-expanded", String.valueOf(open));
            });
        }
    }
}
