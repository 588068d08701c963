package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.Tally;
import pl.otwartagmina.service.payments.internal.clerk.Surplus;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.Taxpayers;
import pl.otwartagmina.service.payments.internal.ui.DueWords;
import pl.otwartagmina.service.payments.internal.ui.MissingModules;
import pl.otwartagmina.service.payments.internal.ui.Pager;
import pl.otwartagmina.service.payments.internal.ui.Table;
import pl.otwartagmina.service.payments.internal.ui.TransferLink;

/** Dues, payments, orders in the portal and overpayments of one taxpayer, each list in pages. */
final class TaxpayerCard extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient Taxpayers taxpayers;
    private final transient Gateways gateways;
    private final transient OneList list;
    private final transient PartyKey party;
    private final transient Tally tally;
    private final Select<Tab> tab = new Select<>();

    /** @param first the first page of what is not paid */
    TaxpayerCard(
            Texts texts, Taxpayers taxpayers, OneList list, Gateways gateways, PartyKey party, OneList.Page first) {
        this.texts = texts;
        this.gateways = gateways;
        this.taxpayers = taxpayers;
        this.list = list;
        this.party = party;
        this.tally = first.tally();
        addClassName("og-section");
        tab.setItems(Tab.values());
        tab.setLabel(texts.get("payments.taxpayer.which"));
        tab.setItemLabelGenerator(one -> texts.get("payments.tab." + one.code(), tally.in(one)));
        tab.setValue(Tab.UNPAID);
        Paged owed = new Paged(() -> tally.in(tab.getValue()), this::owed);
        tab.addValueChangeListener(change -> owed.turnTo(0));
        Div filter = new Div(tab);
        filter.addClassName("og-filters");
        if (!first.missing().isEmpty()) {
            add(MissingModules.notice(texts, first.missing()));
        }
        add(
                section("payments.taxpayer.dues", filter, owed),
                section("payments.taxpayer.surplus", surpluses()),
                section("payments.taxpayer.payments", new Paged(() -> taxpayers.payments(party), this::payments)),
                section("payments.taxpayer.orders", new Paged(() -> taxpayers.orders(party), this::orders)));
    }

    private Div section(String key, Component... parts) {
        Div card = new Div(new H2(texts.get(key)));
        card.add(parts);
        card.addClassName("og-card");
        return card;
    }

    /** A list that is turned page by page, or a word that there is nothing. */
    private final class Paged extends Div {
        private static final long serialVersionUID = 1L;

        private final transient IntSupplier count;
        private final transient IntFunction<Component> rows;
        private final Div list = new Div();
        private final Pager pager = new Pager(texts, this::turnTo);

        Paged(IntSupplier count, IntFunction<Component> rows) {
            this.count = count;
            this.rows = rows;
            add(list, pager);
            turnTo(0);
        }

        void turnTo(int page) {
            int all = count.getAsInt();
            list.removeAll();
            list.add(all == 0 ? nothing() : rows.apply(page));
            pager.show(page, all);
        }
    }

    private Paragraph nothing() {
        Paragraph words = new Paragraph(texts.get("payments.taxpayer.nothing"));
        words.addClassName("og-muted");
        return words;
    }

    private Table owed(int page) {
        DueWords words = new DueWords(texts.locale(), texts::get);
        Table table = new Table(
                texts.get("payments.taxpayer.dues"),
                List.of(
                        Table.Column.of(texts.get("payments.column.due"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.day"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.principal")),
                        Table.Column.amount(texts.get("payments.column.paid")),
                        Table.Column.amount(texts.get("payments.column.interest")),
                        Table.Column.amount(texts.get("payments.column.to-pay"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts.get("payments.column.state"), "og-cell-state")));
        for (Owed one : list.page(party, tab.getValue(), DueFilter.ALL, page).rows()) {
            table.row(
                    Table.Cell.of(words.title(one.due()), words.numbers(one.due())),
                    Table.Cell.of(
                            Formats.day(one.due().dueDay()),
                            words.when(one.due().dueDay(), one.day())),
                    Table.Cell.of(Formats.amount(one.due().principal())),
                    Table.Cell.of(DueWords.amountOrDash(one.due().paid())),
                    Table.Cell.of(words.interest(one.interest())),
                    Table.Cell.of(Formats.amount(one.toPay())),
                    new Table.Cell(state(one)));
        }
        return table;
    }

    private Badge state(Owed one) {
        Tone tone =
                switch (one.state()) {
                    case TO_PAY -> Tone.NEUTRAL;
                    case OVERDUE -> Tone.DANGER;
                    case IN_PROGRESS -> Tone.INFO;
                    case PAID -> Tone.SUCCESS;
                };
        return new Badge(tone, texts.get("payments.state." + one.state().code()));
    }

    private Table payments(int page) {
        Table table = new Table(
                texts.get("payments.taxpayer.payments"),
                List.of(
                        Table.Column.of(texts.get("payments.column.account"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.paid-on"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.amount"), "og-cell-amount", "og-strong"),
                        Table.Column.amount(texts.get("payments.column.overpaid"))));
        for (Payment one : taxpayers.payments(party, page)) {
            table.row(
                    Table.Cell.of(texts.get("payments.card", one.card()), one.id()),
                    Table.Cell.of(Formats.day(one.day())),
                    Table.Cell.of(Formats.amount(one.amount())),
                    Table.Cell.of(DueWords.amountOrDash(one.surplus())));
        }
        return table;
    }

    private Table orders(int page) {
        return OrderTable.of(texts, gateways, texts.get("payments.taxpayer.orders"), taxpayers.orders(party, page));
    }

    private Component surpluses() {
        List<Surplus> found = taxpayers.surpluses(party);
        if (found.isEmpty()) {
            return nothing();
        }
        Table table = new Table(
                texts.get("payments.taxpayer.surplus"),
                List.of(
                        Table.Column.of(texts.get("payments.column.account"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.paid-on"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.overpaid"), "og-cell-amount", "og-strong"),
                        Table.Column.quiet(texts.get("payments.column.details"), "og-cell-actions")));
        for (Surplus one : found) {
            String day = Formats.day(one.paidOn());
            table.row(
                    Table.Cell.of(
                            account(one),
                            texts.get("payments.taxpayer.surplus." + one.way().code())),
                    Table.Cell.of(day),
                    Table.Cell.of(Formats.amount(one.amount())),
                    switch (one.way()) {
                        case TAX_SYSTEM -> new Table.Cell();
                        case PORTAL -> new Table.Cell(OrderTable.link(texts, one.id(), day));
                        case TRANSFER -> new Table.Cell(TransferLink.of(texts, one.id(), day));
                    });
        }
        return table;
    }

    private String account(Surplus surplus) {
        if (!surplus.source().equals(DueOrigin.IMPORTED)) {
            return texts.get(surplus.source() + ".title");
        }
        return surplus.card().isEmpty()
                ? texts.get("payments.taxpayer.no-card")
                : texts.get("payments.card", surplus.card());
    }
}
