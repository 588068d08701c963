package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.PaymentGateway;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.order.Basket;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;

/** What is about to be paid: how much of each due, what that settles, and by which gateway. */
final class BasketView extends Page implements BeforeEnterObserver {
    static final String DUE = "due";

    private static final long serialVersionUID = 1L;

    private final Paying paying;
    private final Acting acting;
    /** However often this page is sent, it is one payment. */
    private final String request = UUID.randomUUID().toString();

    private final Div content = new Div();
    private final Div list = new Div();
    private final Paragraph total = new Paragraph();
    private final Notice older = new Notice(Tone.WARNING);
    private final Button addOlder = new Button();
    private final Notice problem = new Notice(Tone.DANGER);
    private final RadioButtonGroup<PaymentGateway> ways = new RadioButtonGroup<>();
    private final Button pay = new Button();
    private final TransferCard transfer;
    private final List<BasketRow> rows = new ArrayList<>();
    private List<Owed> open = List.of();
    private Set<String> missing = Set.of();
    private Runnable unwatch = () -> {};

    BasketView(Paying paying, Acting acting) {
        super("payments.basket");
        this.paying = paying;
        this.acting = acting;
        this.transfer = new TransferCard(texts(), paying, acting);
        content.addClassName("og-section");
        list.addClassName("og-todo");
        total.addClassName("og-strong");
        total.getElement().setAttribute("aria-live", "polite");
        pay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        pay.addClickListener(click -> pay());
        addOlder.addClickListener(click -> addOlder());
        ways.setItemLabelGenerator(gateway -> gateway.name(getLocale()));
        add(content);
        texts().bind(pay::setText, "payments.basket.pay");
        texts().bind(addOlder::setText, "payments.basket.older.add");
        texts().bind(ways::setLabel, "payments.basket.way");
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        choose(event.getLocation().getQueryParameters().getParameters().getOrDefault(DUE, List.of()));
        show();
    }

    private void choose(List<String> names) {
        OneList.Open all = paying.list().open(Paying.party(acting));
        open = all.dues();
        missing = all.missing();
        List<BasketRow> before = List.copyOf(rows);
        rows.clear();
        open.stream()
                .filter(owed -> names.contains(owed.due().name()) && Basket.takes(owed))
                .forEach(owed -> rows.add(before.stream()
                        .filter(row -> row.is(owed))
                        .findFirst()
                        .orElseGet(() -> new BasketRow(texts(), owed, this::changed))));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI window = attached.getUI();
        unwatch = paying.list().sources().watch(() -> window.access(this::modulesChanged));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch.run();
    }

    /** A module has come or gone: its dues leave the basket, and what was typed for others stays. */
    private void modulesChanged() {
        List<Owed> shown = dues();
        Set<String> missed = missing;
        choose(names());
        if (!dues().equals(shown)) {
            show();
            problem.say(texts().get("payments.basket.changed"));
        } else if (!missing.equals(missed)) {
            show();
        } else {
            changed();
        }
    }

    private List<Owed> dues() {
        return rows.stream().map(BasketRow::owed).toList();
    }

    private List<String> names() {
        return rows.stream().map(row -> row.owed().due().name()).toList();
    }

    private void show() {
        content.removeAll();
        if (!missing.isEmpty()) {
            content.add(MissingModules.notice(texts(), missing));
        }
        if (rows.isEmpty() || !Paying.mayPay(acting)) {
            RouterLink back = new RouterLink(texts().get("payments.basket.back"), DuesView.class);
            back.addClassName("og-button");
            content.add(
                    new EmptyState(
                            "wallet",
                            texts().get("payments.basket.empty.title"),
                            texts().get("payments.basket.empty.text")),
                    back);
            return;
        }
        list.removeAll();
        DueWords words = new DueWords(getLocale(), texts()::get);
        rows.forEach(row -> {
            row.show(words);
            list.add(row);
        });
        list.add(total);
        content.add(new H2(texts().get("payments.basket.what")), list, older, addOlder);
        Paragraph quote = new Paragraph(texts().get("payments.basket.quote"));
        quote.addClassName("og-muted");
        content.add(quote);
        showWays();
        changed();
    }

    private void showWays() {
        List<PaymentGateway> gateways = paying.gateways().all();
        Div card = new Div();
        card.addClassName("og-card");
        if (gateways.isEmpty()) {
            card.setVisible(false);
        } else {
            Optional<PaymentGateway> before = ways.getOptionalValue();
            ways.setItems(gateways);
            ways.setValue(before.filter(gateways::contains).orElse(gateways.get(0)));
            Div actions = new Div(pay);
            actions.addClassName("og-actions");
            card.add(ways, problem, actions);
        }
        content.add(card, transfer);
    }

    /** An amount has changed. */
    private void changed() {
        Optional<Basket> basket = basket();
        total.setText(basket.map(whole -> texts().get("payments.basket.total", Formats.amount(whole.total())))
                .orElseGet(() -> texts().get("payments.basket.total.wrong")));
        transfer.show(basket);
        List<Owed> before = basket.map(whole -> whole.settledBefore(open)).orElse(List.of());
        addOlder.setVisible(!before.isEmpty());
        older.hide();
        if (!before.isEmpty()) {
            DueWords words = new DueWords(getLocale(), texts()::get);
            older.say(texts().get(
                            "payments.basket.older",
                            before.stream()
                                    .map(owed -> words.title(owed.due()) + " (" + Formats.amount(owed.toPay()) + ")")
                                    .collect(Collectors.joining(", "))));
        }
    }

    private void addOlder() {
        basket().ifPresent(whole -> {
            List<String> names = new ArrayList<>(names());
            whole.settledBefore(open).forEach(owed -> names.add(owed.due().name()));
            choose(names);
            show();
        });
    }

    /** What the fields say; empty while one of them is wrong. */
    private Optional<Basket> basket() {
        Map<String, Money> amounts = rows.stream()
                .filter(row -> row.amount().isPresent())
                .collect(Collectors.toMap(
                        row -> row.owed().due().name(), row -> row.amount().orElseThrow()));
        if (amounts.size() < rows.size()) {
            return Optional.empty();
        }
        Basket basket = Basket.of(dues(), amounts);
        basket.rows().forEach(row -> rows.stream()
                .filter(shown -> shown.is(row.owed()))
                .forEach(shown -> shown.explain(row.share())));
        return Optional.of(basket);
    }

    private void pay() {
        problem.hide();
        // as it stands now: the page may have been open since yesterday
        List<Owed> shown = dues();
        choose(names());
        if (!dues().equals(shown)) {
            show();
            problem.say(texts().get("payments.basket.changed"));
            return;
        }
        Optional<Basket> basket = basket();
        if (basket.isEmpty()) {
            rows.stream().filter(row -> row.amount().isEmpty()).findFirst().ifPresent(BasketRow::focus);
            return;
        }
        DueWords words = new DueWords(getLocale(), texts()::get);
        PaymentGateway gateway = ways.getValue();
        try {
            List<PaymentOrder> orders = paying.cashier()
                    .writeDown(
                            new Purchase(
                                    request,
                                    Paying.payer(acting, getLocale()),
                                    basket.get().lines(words::title)),
                            gateway);
            getUI().ifPresent(window ->
                    window.navigate(PaidView.class, orders.get(0).act() + PaidView.GO));
        } catch (GatewayRefused refusal) {
            problem.say(texts().get(
                            "payments.basket.refused",
                            gateway.name(getLocale()),
                            Formats.amount(gateway.terms().least()),
                            Formats.amount(gateway.terms().most())));
        }
    }
}
