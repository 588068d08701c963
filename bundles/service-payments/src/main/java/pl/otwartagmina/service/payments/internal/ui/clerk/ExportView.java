package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;
import pl.otwartagmina.service.payments.internal.store.BookingExports;
import pl.otwartagmina.service.payments.internal.ui.Pager;
import pl.otwartagmina.service.payments.internal.ui.Table;

/** Hands bookings over to the finance system (Eksport do systemu finansowego), and keeps what was handed over. */
final class ExportView extends ClerkPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 366;

    private final transient BookingExports exports;
    private final transient Acting acting;
    private final Notice said = new Notice(Tone.INFO);
    private final Div list = new Div();
    private final Pager pager;
    private int page;

    ExportView(BookingExports exports, LocalDate today, Acting acting) {
        super("payments.export");
        this.exports = exports;
        this.acting = acting;
        this.pager = new Pager(texts(), this::turnTo);
        Button fresh = new Button();
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        fresh.addClickListener(click -> tell(exports.ofNew(act())));
        texts().bind(fresh::setText, "payments.export.new");
        mainAction(fresh);
        H2 ofDays = new H2();
        texts().bind(ofDays::setText, "payments.export.days");
        LocalDate first = today.withDayOfMonth(1);
        Div days =
                new Div(ofDays, new DaysForm(texts(), first, today, MOST_DAYS, "payments.export.make", this::ofDays));
        days.addClassName("og-card");
        H2 made = new H2();
        texts().bind(made::setText, "payments.export.made");
        Div card = new Div(made, list, pager);
        card.addClassName("og-card");
        add(said, days, card);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        turnTo(0);
    }

    private void ofDays(LocalDate from, LocalDate to) {
        tell(Optional.of(exports.ofPeriod(new BookingExport.Period(from, to), act())));
    }

    private AuditRecord act() {
        return AuditRecord.of(acting, "payments.export", "export", "");
    }

    private void tell(Optional<BookingExport> made) {
        said.say(made.map(export -> texts().get("payments.export.done", export.number(), export.entries()))
                .orElseGet(() -> texts().get("payments.export.nothing")));
        turnTo(0);
    }

    private void turnTo(int wanted) {
        page = wanted;
        show();
    }

    private void show() {
        List<BookingExport> shown = exports.page(page);
        list.removeAll();
        pager.show(page, exports.count());
        if (shown.isEmpty()) {
            list.add(new EmptyState(
                    "inbox", texts().get("payments.export.none.title"), texts().get("payments.export.none.text")));
            return;
        }
        Table table = new Table(
                texts().get("payments.export.made"),
                List.of(
                        Table.Column.of(texts().get("payments.export.what"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.column.when"), "og-cell-line"),
                        Table.Column.amount(texts().get("payments.export.entries")),
                        Table.Column.amount(texts().get("payments.report.received")),
                        Table.Column.amount(texts().get("payments.report.returned")),
                        Table.Column.quiet(texts().get("payments.export.files"), "og-cell-actions")));
        shown.forEach(export -> table.row(
                Table.Cell.of(
                        texts().get("payments.export.number", export.number()),
                        export.period()
                                .map(days -> Formats.day(days.from()) + "–" + Formats.day(days.to()))
                                .orElseGet(() -> texts().get("payments.export.of-new"))),
                Table.Cell.of(Formats.moment(export.made())),
                Table.Cell.of(String.valueOf(export.entries())),
                Table.Cell.of(Formats.amount(export.received())),
                Table.Cell.of(Formats.amount(export.returned())),
                new Table.Cell(file(export, ExportFormat.CSV), file(export, ExportFormat.JSON))));
        list.add(table);
    }

    private FileLink file(BookingExport export, ExportFormat format) {
        FileLink link = new FileLink(
                format.name(),
                texts().get("payments.export.file") + "-" + export.number() + "." + format.extension(),
                format.mediaType(),
                out -> exports.write(export, format, out));
        link.setAriaLabel(texts().get("payments.export.fetch", export.number(), format.name()));
        return link;
    }
}
