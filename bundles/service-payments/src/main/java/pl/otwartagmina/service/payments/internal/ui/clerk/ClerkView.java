package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;

/** Where a clerk begins (Obsługa płatności). */
final class ClerkView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient StuckPayments stuck;
    private final UnorderedList choices = new UnorderedList();
    private int waiting;

    ClerkView(StuckPayments stuck) {
        super("payments.clerk");
        this.stuck = stuck;
        choices.addClassName("og-tiles");
        add(choices);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        waiting = stuck.all().size();
        show();
    }

    private void show() {
        choices.removeAll();
        choices.add(
                new Choice(
                        texts(),
                        StuckView.class,
                        "triangle-alert",
                        "payments.stuck",
                        texts().get("payments.stuck.figure", waiting)),
                new Choice(texts(), TaxpayerView.class, "user", "payments.taxpayer", ""),
                new Choice(texts(), JournalView.class, "history", "payments.journal", ""),
                new Choice(texts(), ReportView.class, "calendar-days", "payments.report", ""),
                new Choice(texts(), ExportView.class, "database", "payments.export", ""),
                new Choice(texts(), ImportsView.class, "upload", "payments.imports", ""));
    }
}
