package pl.otwartagmina.service.payments.internal.ui.clerk;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.ToDo;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.ImportDesk;
import pl.otwartagmina.service.payments.internal.store.BookingExports;
import pl.otwartagmina.service.payments.internal.store.DailyReports;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.service.payments.internal.store.PaymentJournal;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;
import pl.otwartagmina.service.payments.internal.store.Taxpayers;
import pl.otwartagmina.service.payments.internal.ui.Paying;

/** The screens of clerks of this module, and what they work with. */
@Component(service = ClerkViews.class)
public final class ClerkViews {
    /** Who may see them. */
    public static final Role CLERK = Role.clerk("payments");

    private final DuesTables tables;
    private final Taxpayers taxpayers;
    private final StuckPayments stuck;
    private final BookingExports exports;
    private final Imports imports;
    private final ImportDesk desk;
    private final Translations translations;

    @Activate
    public ClerkViews(
            @Reference DuesTables tables,
            @Reference Taxpayers taxpayers,
            @Reference StuckPayments stuck,
            @Reference BookingExports exports,
            @Reference Imports imports,
            @Reference ImportDesk desk,
            @Reference Translations translations) {
        this.tables = tables;
        this.taxpayers = taxpayers;
        this.stuck = stuck;
        this.exports = exports;
        this.imports = imports;
        this.desk = desk;
        this.translations = translations;
    }

    /** All of them; the menu lists the first. */
    public List<View<?>> of(Paying paying) {
        PaymentJournal journal = new PaymentJournal(tables);
        DailyReports reports = new DailyReports(tables);
        return List.of(
                View.listed(
                                "clerk",
                                ClerkView.class,
                                "payments.clerk.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ClerkView(stuck))
                        .forRole(CLERK),
                View.inner(
                                "clerk/taxpayer",
                                TaxpayerView.class,
                                "payments.taxpayer.title",
                                AccessLevel.ACCOUNT,
                                acting -> new TaxpayerView(taxpayers, paying.list(), paying.gateways(), acting))
                        .forRole(CLERK),
                View.inner(
                                "clerk/journal",
                                JournalView.class,
                                "payments.journal.title",
                                AccessLevel.ACCOUNT,
                                acting -> new JournalView(journal, paying.gateways()))
                        .forRole(CLERK),
                View.inner(
                                "clerk/order",
                                OrderView.class,
                                "payments.handling.title",
                                AccessLevel.ACCOUNT,
                                acting -> new OrderView(
                                        paying.cashier(), paying.rounds(), journal, paying.gateways(), acting))
                        .forRole(CLERK),
                View.inner(
                                "clerk/stuck",
                                StuckView.class,
                                "payments.stuck.title",
                                AccessLevel.ACCOUNT,
                                acting -> new StuckView(stuck, paying.cashier(), paying.gateways(), acting))
                        .forRole(CLERK),
                View.inner(
                                "clerk/report",
                                ReportView.class,
                                "payments.report.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ReportView(reports, paying.papers(), paying.gateways()))
                        .forRole(CLERK),
                View.inner(
                                "clerk/export",
                                ExportView.class,
                                "payments.export.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ExportView(exports, reports.today(), acting))
                        .forRole(CLERK),
                View.inner(
                                "clerk/imports",
                                ImportsView.class,
                                "payments.imports.title",
                                AccessLevel.ACCOUNT,
                                acting -> new ImportsView(imports, desk, acting))
                        .forRole(CLERK));
    }

    /** What waits for a clerk; nothing for anybody else. */
    public Optional<ToDo> toDo(Acting acting) {
        int waiting = acting.has(CLERK) ? stuck.all().size() : 0;
        return waiting == 0
                ? Optional.empty()
                : Optional.of(new ToDo(
                        ToDo.Urgency.OVERDUE,
                        translations.text(acting.locale(), "payments.stuck.todo", waiting),
                        translations.text(acting.locale(), "payments.stuck.todo.detail"),
                        "",
                        translations.text(acting.locale(), "payments.todo.action"),
                        "clerk/stuck"));
    }
}
