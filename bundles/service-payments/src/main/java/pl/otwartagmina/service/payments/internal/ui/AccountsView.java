package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.AccountLine;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.store.Dues;

/** My accounts (Karty podatnika): what is owed of each kind, and the account of each. */
final class AccountsView extends Page {
    private static final long serialVersionUID = 1L;

    private final List<AccountLine> accounts;
    private List<Component> shown = List.of();

    AccountsView(Dues dues, PartyKey party) {
        super("payments.accounts");
        this.accounts = dues.accounts(party);
        texts().onLanguage(this::show);
    }

    private void show() {
        remove(shown);
        shown = accounts.isEmpty()
                ? List.of(new EmptyState(
                        "wallet",
                        texts().get("payments.accounts.empty.title"),
                        texts().get("payments.accounts.empty.text")))
                : List.of(section("payments.accounts.kinds", kinds()), section("payments.accounts.cards", cards()));
        add(shown);
    }

    private Section section(String key, Table table) {
        Div card = new Div(table);
        card.addClassName("og-card");
        Section section = new Section(new H2(texts().get(key)), card);
        section.addClassName("og-section");
        return section;
    }

    private Table kinds() {
        DueWords words = new DueWords(getLocale(), texts()::get);
        Table table = new Table(
                texts().get("payments.accounts.kinds"),
                List.of(
                        Table.Column.of(texts().get("payments.column.due"), "og-cell-main"),
                        Table.Column.amount(texts().get("payments.column.interest")),
                        Table.Column.amount(texts().get("payments.column.overdue")),
                        Table.Column.amount(texts().get("payments.column.overpaid")),
                        Table.Column.amount(texts().get("payments.column.to-pay"), "og-cell-amount", "og-strong")));
        Map<Kind, List<AccountLine>> byKind =
                accounts.stream().collect(Collectors.groupingBy(AccountLine::kind, TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, lines) -> table.row(
                Table.Cell.of(words.kind(kind)),
                sum(lines.stream().map(line -> line.summary().interest()).toList()),
                sum(lines.stream().map(line -> line.summary().overdue()).toList()),
                sum(lines.stream().map(line -> line.summary().overpaid()).toList()),
                sum(lines.stream().map(line -> line.summary().toPay()).toList())));
        return table;
    }

    private Table cards() {
        DueWords words = new DueWords(getLocale(), texts()::get);
        Table table = new Table(
                texts().get("payments.accounts.cards"),
                List.of(
                        Table.Column.of(texts().get("payments.column.account"), "og-cell-main"),
                        Table.Column.of(texts().get("payments.column.due")),
                        Table.Column.amount(texts().get("payments.column.paid")),
                        Table.Column.amount(texts().get("payments.column.overpaid")),
                        Table.Column.amount(texts().get("payments.column.to-pay"), "og-cell-amount", "og-strong")));
        for (AccountLine line : accounts) {
            table.row(
                    new Table.Cell(DueDetails.accountLink(texts(), line.card())),
                    Table.Cell.of(words.kind(line.kind())),
                    Table.Cell.of(Formats.amount(line.paid())),
                    Table.Cell.of(DueWords.amountOrDash(line.summary().overpaid())),
                    Table.Cell.of(DueWords.amountOrDash(line.summary().toPay())));
        }
        return table;
    }

    private static Table.Cell sum(List<Money> amounts) {
        return Table.Cell.of(DueWords.amountOrDash(amounts.stream().reduce(Money.ZERO, Money::plus)));
    }
}
