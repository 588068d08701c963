package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.router.WildcardParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.slip.Receipt;

/** A payment: how it stands, and what can be done. It shows what the gateway has told, never what the browser brings back. */
final class PaidView extends Page implements HasUrlParameter<String> {
    /** After the act's id: goes to the gateway at once. */
    static final String GO = "/go";

    private static final long serialVersionUID = 1L;

    private final Paying paying;
    private final Acting acting;
    private final Div content = new Div();
    private String act = "";
    private Optional<CashierRounds.Going> stuck = Optional.empty();
    private boolean going;
    private List<PaymentOrder> shown = List.of();
    private Runnable unwatch = () -> {};

    PaidView(Paying paying, Acting acting) {
        super("payments.paid");
        this.paying = paying;
        this.acting = acting;
        content.addClassName("og-section");
        add(content);
        texts().onChange(this::show);
    }

    /** Somebody else's payment answers like one that does not exist. */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String address) {
        boolean go = address.endsWith(GO);
        act = go ? address.substring(0, address.length() - GO.length()) : address;
        List<PaymentOrder> orders = orders();
        if (go) {
            // whoever comes back by the browser's button is not sent there again
            UI.getCurrent().getPage().getHistory().replaceState(null, "e/payments/paid/" + act);
            next(orders).ifPresent(this::go);
        } else {
            orders.stream()
                    .filter(order -> order.state() == OrderState.REDIRECTED)
                    .forEach(paying.rounds()::askNow);
        }
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI window = attached.getUI();
        unwatch = paying.cashier().watch(changed -> {
            if (changed.equals(act)) {
                window.access(this::showChange);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch.run();
    }

    /** A page made anew for nothing would lose a click that is on its way. */
    private void showChange() {
        if (!orders().equals(shown)) {
            show();
        }
    }

    private List<PaymentOrder> orders() {
        return paying.cashier().orders().ofAct(Paying.account(acting), act);
    }

    /** The one to be paid now, where there are several. */
    private static Optional<PaymentOrder> next(List<PaymentOrder> orders) {
        return orders.stream()
                .filter(order -> order.state() == OrderState.CREATED || order.state() == OrderState.REDIRECTED)
                .findFirst();
    }

    private void go(PaymentOrder order) {
        going = true;
        stuck = Optional.empty();
        UI window = UI.getCurrent();
        paying.rounds()
                .goOn(
                        order,
                        where -> window.access(() -> {
                            going = false;
                            if (where instanceof CashierRounds.Going.There there) {
                                window.getPage().setLocation(there.page());
                            } else {
                                stuck = Optional.of(where);
                            }
                            show();
                        }));
        show();
    }

    private void show() {
        content.removeAll();
        List<PaymentOrder> orders = orders();
        shown = orders;
        if (orders.isEmpty()) {
            content.add(
                    new EmptyState(
                            "search", texts().get("payments.paid.none.title"), texts().get("payments.paid.none.text")),
                    link("payments.history.link", HistoryView.class));
            return;
        }
        stuck.ifPresent(why -> content.add(notice(
                Tone.DANGER,
                why instanceof CashierRounds.Going.Later ? "payments.paid.later" : "payments.paid.never",
                gateway(orders.get(0)))));
        if (orders.size() > 1) {
            long done =
                    orders.stream().filter(order -> order.state().isMoneyHere()).count();
            content.add(notice(Tone.INFO, "payments.paid.several", done, orders.size()));
        }
        orders.forEach(order -> content.add(card(order)));
        content.add(actions(orders));
    }

    private Component card(PaymentOrder order) {
        Div card = new Div();
        card.addClassName("og-card");
        card.add(notice(
                OrderWords.tone(order.state()),
                "payments.paid.state." + order.state().code(),
                gateway(order)));
        Details details = new Details();
        List<Booking> bookings = paying.cashier().orders().bookings(order);
        for (OrderLine line : order.lines()) {
            details.with(line.title(), Formats.amount(line.amount()));
        }
        details.with(texts().get("payments.paid.sum"), Formats.amount(order.amount()));
        Money surplus = bookings.stream().map(Booking::surplus).reduce(Money.ZERO, Money::plus);
        if (surplus.isPositive()) {
            details.with(texts().get("payments.paid.surplus"), Formats.amount(surplus));
        }
        details.with(texts().get("payments.paid.way"), gateway(order))
                .with(texts().get("payments.paid.when"), Formats.moment(order.created()))
                .with(texts().get("payments.paid.number"), order.id());
        card.add(details, receipts(order, bookings));
        Section section = new Section(new H2(texts().get("payments.paid.heading")), card);
        section.addClassName("og-section");
        return section;
    }

    private Div receipts(PaymentOrder order, List<Booking> bookings) {
        Div links = new Div();
        links.addClassName("og-actions");
        for (Receipt receipt : Receipts.of(paying, acting, order, bookings, gateway(order))) {
            links.add(new PdfLink(
                    texts().get("payments.paid.receipt", Formats.amount(receipt.total())),
                    texts().get("payments.paid.receipt.file"),
                    () -> paying.papers().receipt(receipt, getLocale())));
        }
        links.setVisible(links.getComponentCount() > 0);
        return links;
    }

    private Div actions(List<PaymentOrder> orders) {
        Div actions = new Div();
        actions.addClassName("og-actions");
        next(orders).ifPresent(order -> {
            Button on = new Button(texts().get(going ? "payments.paid.going" : "payments.paid.go"), click -> go(order));
            on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            on.setEnabled(!going);
            actions.add(on, new Button(texts().get("payments.paid.cancel"), click -> orders.stream()
                    .filter(one -> one.state().givenUp().isPresent())
                    .forEach(paying.cashier()::cancel)));
        });
        List<String> again = orders.stream()
                .filter(order -> order.state() == OrderState.FAILED
                        || order.state() == OrderState.EXPIRED
                        || order.state() == OrderState.CANCELLED)
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::dueName)
                .toList();
        if (!again.isEmpty()) {
            actions.add(new Button(texts().get("payments.paid.again"), click -> UI.getCurrent()
                    .navigate(BasketView.class, new QueryParameters(Map.of(BasketView.DUE, again)))));
        }
        actions.add(link("payments.paid.dues", DuesView.class), link("payments.history.link", HistoryView.class));
        return actions;
    }

    private String gateway(PaymentOrder order) {
        return paying.gateways().name(order.gateway(), getLocale());
    }

    private Notice notice(Tone tone, String key, Object... arguments) {
        Notice notice = new Notice(tone);
        notice.say(texts().get(key, arguments));
        return notice;
    }

    private RouterLink link(String key, Class<? extends Component> target) {
        RouterLink link = new RouterLink(texts().get(key), target);
        link.addClassName("og-button");
        return link;
    }
}
