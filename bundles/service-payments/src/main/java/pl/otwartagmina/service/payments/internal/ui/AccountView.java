package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.router.WildcardParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.TaxAccount;
import pl.otwartagmina.service.payments.internal.TaxComponent;

/** An account (Karta podatnika): balance, instalments, payments made, overpayment and what the tax is made of. */
final class AccountView extends Page implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient Paying paying;
    private final PartyKey party;
    private final Div below;
    private List<Component> shown = List.of();
    private Optional<TaxAccount> account = Optional.empty();

    AccountView(Paying paying, Acting acting) {
        super("payments.account");
        this.paying = paying;
        this.party = Paying.party(acting);
        RouterLink all = new RouterLink("", AccountsView.class);
        all.addClassName("og-button");
        below = new Div(all);
        below.addClassName("og-actions");
        texts().bind(all::setText, "payments.account.all");
        texts().onLanguage(this::show);
    }

    /** Somebody else's account answers like one that does not exist. */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String card) {
        account = paying.dues().account(party, card);
        show();
    }

    private void show() {
        remove(shown);
        shown = new ArrayList<>(account.map(this::parts)
                .orElseGet(() -> List.of(new EmptyState(
                        "search",
                        texts().get("payments.account.none.title"),
                        texts().get("payments.account.none.text")))));
        shown.add(below);
        add(shown);
    }

    private List<Component> parts(TaxAccount found) {
        List<Component> parts = new ArrayList<>();
        DueWords words = new DueWords(getLocale(), texts()::get);
        parts.add(new H2(texts().get("payments.account.heading", words.kind(found.kind()), found.card())));
        parts.add(stats(found.summary()));
        parts.add(section(
                "payments.account.dues",
                DueTable.ofAccount(
                        texts(),
                        words,
                        found.dues(),
                        owed -> new DueDetails(texts(), owed, paying, List.of(), false))));
        if (!found.payments().isEmpty()) {
            parts.add(section("payments.account.payments", payments(found.payments())));
        }
        if (!found.components().isEmpty()) {
            parts.add(section("payments.account.components", components(found.components())));
        }
        return parts;
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
                    Table.Cell.of(Formats.day(payment.day())),
                    Table.Cell.of(DueWords.amountOrDash(payment.surplus())),
                    Table.Cell.of(Formats.amount(payment.amount())));
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
                    Table.Cell.of(component.name(), String.valueOf(component.year())),
                    Table.Cell.of(component.area().signum() == 0 ? "–" : DueDetails.decimal(component.area())),
                    Table.Cell.of(DueDetails.decimal(component.base()) + "\u00a0" + component.unit()),
                    Table.Cell.of(DueDetails.decimal(component.rate())),
                    Table.Cell.of(Formats.amount(component.amount())));
        }
        return table;
    }
}
