package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Summary;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.Tally;

/** My dues (Moje zobowiązania): summary, tabs, filter and list. */
final class DuesView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private static final String PANEL = "payments-dues";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final OneList.Page NOTHING = new OneList.Page(
            Summary.of(List.of(), Money.ZERO), new Tally(Map.of(), Money.ZERO, Optional.empty()), List.of(), Set.of());

    private final OneList list;
    private final transient Paying paying;
    private final PartyKey party;
    private final Div stats = new Div();
    private final TabBar<Tab> tabs = new TabBar<>(List.of(Tab.values()), PANEL, this::choose);
    private final Div panel = new Div();
    private final Div partial = new Div();
    private final DueFilterForm form;
    private final Paragraph asOf = new Paragraph();
    private final Pager pager;
    private final SumBar sumBar = new SumBar(texts(), this::pay);
    private final Optional<Selection> selection;

    private transient OneList.Page shown = NOTHING;
    private DueFilter filter = DueFilter.ALL;
    private Tab tab = Tab.UNPAID;
    private int page;
    private Runnable unwatch = () -> {};

    DuesView(Paying paying, Acting acting) {
        super("payments.dues");
        this.paying = paying;
        this.list = paying.list();
        this.party = Paying.party(acting);
        this.selection = Paying.mayPay(acting) ? Optional.of(new Selection(this::showSum)) : Optional.empty();
        this.pager = new Pager(texts(), this::turnTo);
        RouterLink accounts = new RouterLink("", AccountsView.class);
        accounts.addClassName("og-button");
        RouterLink history = new RouterLink("", HistoryView.class);
        history.addClassName("og-button");
        RouterLink reminders = new RouterLink("", RemindersView.class);
        reminders.addClassName("og-button");
        texts().bind(reminders::setText, "payments.reminders.link");
        stats.addClassName("og-stats");
        panel.setId(PANEL);
        panel.getElement().setAttribute("role", "tabpanel");
        asOf.addClassName("og-muted");
        form = new DueFilterForm(texts(), list.sources().present(), this::search);
        Div card = new Div(tabs, form, panel, pager);
        card.addClassName("og-card");
        Div below = new Div(accounts, history, reminders, asOf);
        below.addClassName("og-actions");
        add(stats, partial, card, sumBar, below);
        texts().bind(history::setText, "payments.history.link");
        texts().bind(accounts::setText, "payments.accounts.link");
        texts().bind(tabs::label, "payments.tabs");
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("tab")
                .flatMap(Tab::ofCode)
                .ifPresent(asked -> tab = asked);
        turnTo(0);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI window = attached.getUI();
        unwatch = list.sources().watch(() -> window.access(this::modulesChanged));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch.run();
    }

    /** A module has come or gone, and its dues with it. */
    private void modulesChanged() {
        form.offer(list.sources().present());
        turnTo(page);
        if (shown.rows().isEmpty() && page > 0) {
            turnTo(0);
        }
        selection.ifPresent(chosen -> chosen.keep(list.open(party).dues()));
        showSum();
    }

    private void choose(Tab chosen) {
        tab = chosen;
        turnTo(0);
    }

    private void search(DueFilter wanted) {
        filter = wanted;
        turnTo(0);
    }

    private void turnTo(int wanted) {
        page = wanted;
        shown = list.page(party, tab, filter, page);
        show();
    }

    private void show() {
        showStats();
        partial.removeAll();
        if (!shown.missing().isEmpty()) {
            partial.add(MissingModules.notice(texts(), shown.missing()));
        }
        for (Tab each : Tab.values()) {
            tabs.show(
                    each,
                    texts().get("payments.tab." + each.code(), shown.tally().in(each)),
                    each == tab);
        }
        panel.getElement().setAttribute("aria-labelledby", TabBar.id(tab));
        panel.removeAll();
        if (shown.rows().isEmpty()) {
            panel.add(nothing());
        } else {
            panel.add(DueTable.ofAll(
                    texts(),
                    new DueWords(getLocale(), texts()::get),
                    shown.rows(),
                    selection,
                    owed -> new DueDetails(texts(), owed, paying, list.components(owed.due()), true)));
        }
        pager.show(page, shown.tally().in(tab));
        showSum();
        asOf.setText(shown.tally()
                .importedAt()
                .map(moment -> texts().get(
                                "payments.as-of",
                                Formats.day(moment.atZone(WARSAW).toLocalDate())))
                .orElse(""));
    }

    private void showSum() {
        selection.ifPresent(chosen -> sumBar.show(chosen.names().size(), chosen.total()));
    }

    private void pay() {
        selection.ifPresent(chosen -> getUI().ifPresent(window ->
                window.navigate(BasketView.class, new QueryParameters(Map.of(BasketView.DUE, chosen.names())))));
    }

    private EmptyState nothing() {
        if (!filter.equals(DueFilter.ALL)) {
            return new EmptyState(
                    "search", texts().get("payments.empty.search.title"), texts().get("payments.empty.search.text"));
        }
        String icon = tab == Tab.UNPAID || tab == Tab.OVERDUE ? "circle-check" : "inbox";
        String key = "payments.empty." + tab.code();
        return new EmptyState(icon, texts().get(key + ".title"), texts().get(key + ".text"));
    }

    private void showStats() {
        Summary summary = shown.summary();
        DueWords words = new DueWords(getLocale(), texts()::get);
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
        stats.removeAll();
        stats.add(
                new StatCard(
                        texts().get("payments.stat.to-pay"),
                        Formats.amount(summary.toPay()),
                        texts().get("payments.stat.to-pay.note", Formats.amount(summary.interest()))),
                summary.overdueCount() > 0 ? overdue.toned("danger") : overdue,
                new StatCard(
                        texts().get("payments.stat.next"),
                        summary.next().map(Formats::day).orElse("–"),
                        summary.next()
                                .map(day -> words.when(day, list.imported().today()))
                                .orElseGet(() -> texts().get("payments.stat.next.none"))),
                summary.overpaid().isPositive() ? overpaid.toned("success") : overpaid);
    }
}
