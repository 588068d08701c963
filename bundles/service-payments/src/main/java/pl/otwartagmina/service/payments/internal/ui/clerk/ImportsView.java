package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.FileField;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.ImportDesk;
import pl.otwartagmina.service.payments.internal.clerk.CsvCells;
import pl.otwartagmina.service.payments.internal.clerk.ImportLine;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.store.ImportReport;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.service.payments.internal.ui.Pager;
import pl.otwartagmina.service.payments.internal.ui.Table;

/** Files of the tax system (Importy): what came, what of it was taken, and the way to send one. */
final class ImportsView extends ClerkPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Imports imports;
    private final transient ImportDesk desk;
    private final transient Acting acting;
    private final Div running = new Div();
    private final Div list = new Div();
    private final Pager pager;
    private int page;
    private transient Runnable unwatch = () -> {};

    ImportsView(Imports imports, ImportDesk desk, Acting acting) {
        super("payments.imports");
        this.imports = imports;
        this.desk = desk;
        this.acting = acting;
        this.pager = new Pager(texts(), this::turnTo);
        Div box = new Div(new FileField(
                texts(),
                "payments.imports.file",
                Math.toIntExact(ImportDesk.LARGEST),
                List.of("csv", "json", "txt"),
                (name, content) -> {
                    take(content, name);
                    return Optional::empty;
                }));
        box.addClassName("og-card");
        running.addClassName("og-section");
        running.getElement().setAttribute("aria-live", "polite");
        H2 before = new H2();
        texts().bind(before::setText, "payments.imports.before");
        Div card = new Div(before, list, pager);
        card.addClassName("og-card");
        add(box, running, card);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        turnTo(0);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI window = attached.getUI();
        unwatch = desk.watch(() -> window.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch.run();
    }

    private void take(InputStream content, String name) throws IOException {
        AuditRecord by = AuditRecord.of(acting, "payments.import", "file", "");
        if (desk.take(content, name, by).isEmpty()) {
            throw new FileField.TooLarge();
        }
    }

    private void turnTo(int wanted) {
        page = wanted;
        show();
    }

    private void show() {
        running.removeAll();
        desk.latest().forEach(run -> running.add(card(run)));
        showBefore();
    }

    private Div card(ImportDesk.Run run) {
        Notice state = new Notice(
                switch (run.state()) {
                    case RUNNING -> Tone.INFO;
                    case DONE -> Tone.SUCCESS;
                    case STOPPED -> Tone.WARNING;
                    case REFUSED, FAILED -> Tone.DANGER;
                });
        state.say(texts().get("payments.imports.state." + run.state().code(), run.rows()));
        Div card = new Div(new H2(run.name()), state);
        card.addClassNames("og-card", "og-section");
        if (run.state() == ImportDesk.State.RUNNING) {
            Button stop = new Button(texts().get("payments.imports.stop"));
            stop.setDisableOnClick(true);
            stop.addClickListener(click -> run.stop());
            card.add(stop);
        }
        run.report().ifPresent(report -> addReport(card, run, report));
        return card;
    }

    private void addReport(Div card, ImportDesk.Run run, ImportReport report) {
        card.add(new Paragraph(texts().get(
                        "payments.imports.counts",
                        report.accepted(),
                        report.changed(),
                        report.unchanged(),
                        report.rejected(),
                        report.warned())));
        if (!report.ignoredColumns().isEmpty()) {
            card.add(
                    new Paragraph(texts().get("payments.imports.ignored", String.join(", ", report.ignoredColumns()))));
        }
        long told = report.rejected() + report.warned();
        if (told == 0) {
            return;
        }
        Table table = new Table(
                texts().get("payments.imports.faults"),
                List.of(
                        Table.Column.of(texts().get("payments.imports.line"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.imports.column"), "og-cell-line"),
                        Table.Column.of(texts().get("payments.imports.reason"), "og-cell-line")));
        for (RowFault fault : report.firstFaults()) {
            table.row(
                    Table.Cell.of(texts().get("payments.imports.line.number", fault.line())),
                    Table.Cell.of(fault.column()),
                    Table.Cell.of(words(fault.reason())));
        }
        Div faults = new Div(table);
        faults.addClassName("og-card");
        card.add(
                new Paragraph(texts().get(
                                "payments.imports.first", report.firstFaults().size(), told)),
                faults,
                new FileLink(
                        texts().get("payments.imports.report"),
                        texts().get("payments.imports.report.file") + ".csv",
                        "text/csv; charset=UTF-8",
                        out -> {
                            out.write(CsvCells.BYTE_ORDER_MARK);
                            out.write(CsvCells.line(List.of(
                                    texts().get("payments.imports.line"),
                                    texts().get("payments.imports.column"),
                                    texts().get("payments.imports.reason"))));
                            run.faults(fault -> {
                                try {
                                    out.write(CsvCells.line(List.of(
                                            String.valueOf(fault.line()), fault.column(), words(fault.reason()))));
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                            });
                        }));
    }

    private String words(Reason reason) {
        return texts().get(
                        "payments.fault." + reason.sort().code(),
                        reason.arguments().toArray());
    }

    private void showBefore() {
        list.removeAll();
        List<ImportLine> lines = imports.page(page);
        pager.show(page, imports.count());
        if (lines.isEmpty()) {
            list.add(new EmptyState(
                    "inbox", texts().get("payments.imports.none.title"), texts().get("payments.imports.none.text")));
            return;
        }
        Table table = new Table(
                texts().get("payments.imports.before"),
                List.of(
                        Table.Column.of(texts().get("payments.imports.name"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.column.when"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.imports.accepted")),
                        Table.Column.amount(texts().get("payments.imports.changed")),
                        Table.Column.amount(texts().get("payments.imports.unchanged")),
                        Table.Column.amount(texts().get("payments.imports.rejected"))));
        for (ImportLine line : lines) {
            table.row(
                    Table.Cell.of(line.file(), sheet(line.sheet())),
                    Table.Cell.of(Formats.moment(line.finished())),
                    Table.Cell.of(String.valueOf(line.accepted())),
                    Table.Cell.of(String.valueOf(line.changed())),
                    Table.Cell.of(String.valueOf(line.unchanged())),
                    Table.Cell.of(String.valueOf(line.rejected())));
        }
        list.add(table);
    }

    /** What a file holds. */
    private String sheet(String name) {
        return switch (name) {
            case "dues" -> texts().get("payments.privacy.dues");
            case "payments" -> texts().get("payments.privacy.payments");
            case "components" -> texts().get("payments.privacy.components");
            default -> name;
        };
    }
}
