package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.router.WildcardParameter;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.TaxAccount;
import pl.otwartagmina.service.payments.internal.TaxComponent;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** An account (Karta podatnika): balance, instalments, payments made, overpayment and what the tax is made of. */
final class AccountView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final Dues dues;
    private final PartyKey party;
    private final Div content = new Div();
    private Optional<TaxAccount> account = Optional.empty();

    AccountView(Dues dues, PartyKey party) {
        super("payments.account");
        this.dues = dues;
        this.party = party;
        RouterLink all = new RouterLink("", AccountsView.class);
        all.addClassName("og-button");
        mainAction(all);
        content.addClassName("og-section");
        add(content);
        texts().bind(all::setText, "payments.account.all");
        texts().onLanguage(this::show);
    }

    /** Somebody else's account answers like one that does not exist. */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String card) {
        account = dues.account(party, card);
        show();
    }

    private void show() {
        content.removeAll();
        account.ifPresentOrElse(
                this::show,
                () -> content.add(new EmptyState(
                        "search",
                        texts().get("payments.account.none.title"),
                        texts().get("payments.account.none.text"))));
    }

    private void show(TaxAccount found) {
        DueWords words = new DueWords(getLocale(), texts()::get);
        content.add(new H2(texts().get("payments.account.heading", words.kind(found.kind()), found.card())));
        content.add(stats(found.summary()));
        content.add(section(
                "payments.account.dues",
                new DueTable(
                        texts(),
                        words,
                        texts().get("payments.account.dues"),
                        found.dues(),
                        owed -> new DueDetails(texts(), owed, dues.taxInterest(), List.of(), false))));
        if (!found.payments().isEmpty()) {
            content.add(section("payments.account.payments", payments(found.payments())));
        }
        if (!found.components().isEmpty()) {
            content.add(section("payments.account.components", components(found.components())));
        }
    }

    private Div stats(Summary summary) {
        StatCard overdue = new StatCard(
                texts().get("payments.stat.overdue"),
                Formats.amount(summary.overdue()),
                texts().get("payments.stat.overdue.note", summary.overdueCount()));
        StatCard overpaid = new StatCard(
                texts().get("payments.stat.overpaid"),
                Formats.amount(summary.overpaid()),
                texts().get(
                                summary.overpaid().isZero()
                                        ? "payments.stat.overpaid.none"
                                        : "payments.stat.overpaid.note"));
        Div stats = new Div(
                new StatCard(
                        texts().get("payments.stat.balance"),
                        Formats.amount(summary.toPay()),
                        texts().get("payments.stat.to-pay.note", Formats.amount(summary.interest()))),
                summary.overdueCount() > 0 ? overdue.toned("danger") : overdue,
                summary.overpaid().isPositive() ? overpaid.toned("success") : overpaid);
        stats.addClassName("og-stats");
        return stats;
    }

    private Section section(String key, Component table) {
        Div card = new Div(table);
        card.addClassNames("og-card", "og-card-flush");
        Section section = new Section(new H2(texts().get(key)), card);
        section.addClassName("og-section");
        return section;
    }

    private Table payments(List<Payment> payments) {
        Table table = new Table(
                texts().get("payments.account.payments"),
                List.of(
                        Table.Column.of(texts().get("payments.column.paid-on"), "og-cell-main"),
                        Table.Column.amount(texts().get("payments.column.overpaid")),
                        Table.Column.amount(texts().get("payments.column.amount"), "og-cell-amount", "og-strong")));
        for (Payment payment : payments) {
            table.row(
                    new Span(Formats.day(payment.day())),
                    new Span(DueWords.amountOrDash(payment.surplus())),
                    new Span(Formats.amount(payment.amount())));
        }
        return table;
    }

    private Table components(List<TaxComponent> components) {
        Table table = new Table(
                texts().get("payments.account.components"),
                List.of(
                        Table.Column.of(texts().get("payments.column.component"), "og-cell-main"),
                        Table.Column.amount(texts().get("payments.column.area")),
                        Table.Column.amount(texts().get("payments.column.base")),
                        Table.Column.amount(texts().get("payments.column.rate")),
                        Table.Column.amount(texts().get("payments.column.tax"), "og-cell-amount", "og-strong")));
        for (TaxComponent component : components) {
            table.row(
                    DueTable.lines(component.name(), String.valueOf(component.year())),
                    new Span(component.area().signum() == 0 ? "–" : DueDetails.decimal(component.area())),
                    new Span(DueDetails.decimal(component.base()) + "\u00a0" + component.unit()),
                    new Span(DueDetails.decimal(component.rate())),
                    new Span(Formats.amount(component.amount())));
        }
        return table;
    }
}
