package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.CsvCells;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.ReportCsv;
import pl.otwartagmina.service.payments.internal.clerk.ReportWords;
import pl.otwartagmina.service.payments.internal.document.Papers;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.DailyReports;
import pl.otwartagmina.service.payments.internal.ui.DueWords;
import pl.otwartagmina.service.payments.internal.ui.PdfLink;
import pl.otwartagmina.service.payments.internal.ui.Table;

/** What was booked in the portal day by day (Raport dzienny). */
final class ReportView extends ClerkPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 31;

    private final transient DailyReports reports;
    private final transient Papers papers;
    private final transient Gateways gateways;
    private final Div list = new Div();
    private final Div files = new Div();
    private LocalDate from;
    private LocalDate to;

    ReportView(DailyReports reports, Papers papers, Gateways gateways) {
        super("payments.report");
        this.reports = reports;
        this.papers = papers;
        this.gateways = gateways;
        from = reports.today();
        to = from;
        list.addClassName("og-section");
        files.addClassName("og-actions");
        Div card = new Div(new DaysForm(texts(), from, to, MOST_DAYS, "payments.report.show", this::choose));
        card.addClassName("og-card");
        add(card, list, files);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void choose(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        show();
    }

    private void show() {
        List<DayReport> found = reports.of(from, to);
        list.removeAll();
        files.removeAll();
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    "inbox", texts().get("payments.report.none.title"), texts().get("payments.report.none.text")));
            return;
        }
        found.forEach(report -> list.add(day(report)));
        String name = texts().get("payments.report.file") + "-" + from + (from.equals(to) ? "" : "-" + to);
        Locale language = texts().locale();
        LocalDate first = from;
        LocalDate last = to;
        ReportWords words = words();
        files.add(
                new PdfLink(
                        texts().get("payments.report.pdf"),
                        name,
                        () -> papers.reports(
                                reports.of(first, last), first, last, language, id -> gateways.name(id, language))),
                new FileLink(texts().get("payments.report.csv"), name + ".csv", "text/csv; charset=UTF-8", out -> {
                    out.write(CsvCells.BYTE_ORDER_MARK);
                    out.write(ReportCsv.of(reports.of(first, last), words));
                }));
    }

    private ReportWords words() {
        Locale language = texts().locale();
        return new ReportWords(texts()::get, id -> gateways.name(id, language));
    }

    private Div day(DayReport report) {
        Div card = new Div(new H2(Formats.day(report.day())));
        card.addClassNames("og-section");
        sums(card, "payments.report.received", report.received());
        sums(card, "payments.report.returned", report.returned());
        return card;
    }

    private void sums(Div day, String key, List<DayReport.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Table table = new Table(
                texts().get(key),
                List.of(
                        Table.Column.of(texts().get("payments.report.what"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.report.channel"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.report.count")),
                        Table.Column.amount(texts().get("payments.receipt.column.costs")),
                        Table.Column.amount(texts().get("payments.receipt.column.interest")),
                        Table.Column.amount(texts().get("payments.receipt.column.principal")),
                        Table.Column.amount(texts().get("payments.column.overpaid")),
                        Table.Column.amount(
                                texts().get("payments.receipt.column.total"), "og-cell-amount", "og-strong")));
        ReportWords words = words();
        int count = 0;
        for (DayReport.Line line : lines) {
            count += line.count();
            row(
                    table,
                    Table.Cell.of(words.kind(line), line.creditor().grouped()),
                    words.channel(line),
                    line.count(),
                    line.amounts());
        }
        row(table, Table.Cell.of(texts().get("payments.report.sum")), "", count, DayReport.sum(lines));
        Div card = new Div(new H3(texts().get(key)), table);
        card.addClassName("og-card");
        day.add(card);
    }

    private static void row(Table table, Table.Cell what, String channel, int count, DayReport.Amounts amounts) {
        table.row(
                what,
                Table.Cell.of(channel),
                Table.Cell.of(String.valueOf(count)),
                dash(amounts.costs()),
                dash(amounts.interest()),
                dash(amounts.principal()),
                dash(amounts.surplus()),
                Table.Cell.of(Formats.amount(amounts.total())));
    }

    private static Table.Cell dash(Money amount) {
        return Table.Cell.of(DueWords.amountOrDash(amount));
    }
}
