package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.PaymentJournal;

/** One payment with all that happened to it, and what a clerk may do about it. */
final class OrderView extends ClerkPage implements HasUrlParameter<String> {
    private static final long serialVersionUID = 1L;

    private final transient Cashier cashier;
    private final transient CashierRounds rounds;
    private final transient PaymentJournal journal;
    private final transient Gateways gateways;
    private final transient Acting acting;
    private final Div content = new Div();
    private final Notice said = new Notice(Tone.INFO);
    private String id = "";
    private transient Optional<PaymentOrder> order = Optional.empty();
    private transient List<OfficeRefund> refunds = List.of();
    private transient Runnable unwatch = () -> {};

    OrderView(Cashier cashier, CashierRounds rounds, PaymentJournal journal, Gateways gateways, Acting acting) {
        super("payments.handling");
        this.cashier = cashier;
        this.rounds = rounds;
        this.journal = journal;
        this.gateways = gateways;
        this.acting = acting;
        content.addClassName("og-section");
        add(said, content);
        texts().onChange(this::show);
    }

    @Override
    public void setParameter(BeforeEvent event, String asked) {
        id = asked;
        load();
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI window = attached.getUI();
        unwatch = cashier.watch(act -> {
            if (order.filter(shown -> shown.act().equals(act)).isPresent()) {
                window.access(this::showChange);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch.run();
    }

    private void load() {
        order = cashier.orders().find(id);
        refunds = cashier.refunds().of(id);
    }

    /** A page made anew for nothing would lose what is being typed. */
    private void showChange() {
        Optional<PaymentOrder> before = order;
        List<OfficeRefund> refundsBefore = refunds;
        load();
        if (!order.equals(before) || !refunds.equals(refundsBefore)) {
            show();
        }
        said.hide();
    }

    private void show() {
        content.removeAll();
        if (order.isEmpty()) {
            content.add(new EmptyState(
                    "search", texts().get("payments.handling.none.title"), texts().get("payments.handling.none.text")));
            return;
        }
        PaymentOrder now = order.get();
        OrderParts parts = new OrderParts(texts(), gateways);
        content.add(card("", parts.summary(now), ask(now)));
        content.add(table("payments.handling.lines", parts.lines(now)));
        if (now.state().isMoneyHere()) {
            content.add(table(
                    "payments.handling.bookings",
                    parts.bookings(cashier.orders().bookings(now))));
            content.add(giveBack(now));
        }
        if (!refunds.isEmpty()) {
            content.add(table("payments.handling.refunds", parts.refunds(refunds)));
        }
        content.add(table(
                "payments.handling.happened", parts.happened(cashier.orders().journal(id))));
        var heard = journal.heard(id);
        if (!heard.isEmpty()) {
            content.add(table("payments.handling.heard", parts.heard(heard)));
        }
    }

    private Div ask(PaymentOrder now) {
        Button ask = new Button(texts().get("payments.handling.ask"));
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> {
            said.say(texts().get("payments.handling.asking"));
            rounds.askNow(now);
        });
        Div actions = new Div(ask);
        actions.addClassName("og-actions");
        return actions;
    }

    private Div giveBack(PaymentOrder now) {
        Money left = cashier.refunds().left(now);
        if (left.isPositive()) {
            return card("payments.refund.title", new RefundForm(texts(), left, this::write));
        }
        boolean underWay = refunds.stream().anyMatch(refund -> refund.state().isOpen());
        return card(
                "payments.refund.title",
                new Paragraph(texts().get(underWay ? "payments.refund.under-way" : "payments.refund.nothing")));
    }

    /** What became of a refund that the form asks for; empty if it is written down. */
    private Optional<String> write(RefundForm.Wanted wanted) {
        var refusal = cashier.refunds().write(wanted.id(), id, wanted.amount(), wanted.reason(), acting);
        if (refusal.isPresent()) {
            return refusal.map(why -> texts().get("payments.refund.refused." + why.code()));
        }
        rounds.giveBack(wanted.id().toString());
        load();
        show();
        said.say(texts().get("payments.refund.written"));
        return Optional.empty();
    }

    private Div card(String key, Component... parts) {
        Div card = new Div();
        card.addClassNames("og-card", "og-section");
        if (!key.isEmpty()) {
            card.add(new H2(texts().get(key)));
        }
        card.add(parts);
        return card;
    }

    private Div table(String key, Component table) {
        Div card = new Div(new H2(texts().get(key)), table);
        card.addClassName("og-card");
        return card;
    }
}
