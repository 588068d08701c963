package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.service.payments.internal.clerk.JournalFilter;
import pl.otwartagmina.service.payments.internal.clerk.JournalLine;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.PaymentJournal;

/** All payments made in the portal (Dziennik płatności), the newest first. */
final class JournalView extends ClerkPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    private final transient PaymentJournal journal;
    private final Div list = new Div();
    private final transient Gateways gateways;
    private final Span range = new Span();
    private final NativeButton newer = new NativeButton();
    private final NativeButton older = new NativeButton();
    private transient JournalFilter filter = JournalFilter.ALL;
    /** After what each page begins, but the first; the present page on top. */
    private final transient Deque<JournalLine.Mark> pages = new ArrayDeque<>();

    private transient Optional<JournalLine.Mark> last = Optional.empty();

    JournalView(PaymentJournal journal, Gateways gateways) {
        super("payments.journal");
        this.journal = journal;
        this.gateways = gateways;
        newer.addClickListener(click -> {
            pages.poll();
            show();
        });
        older.addClickListener(click -> {
            last.ifPresent(pages::push);
            show();
        });
        range.getElement().setAttribute("role", "status");
        Nav pager = new Nav(range, new Div(newer, older));
        pager.addClassName("og-pager");
        Div card = new Div(new JournalForm(texts(), gateways, this::search), list, pager);
        card.addClassName("og-card");
        add(card);
        texts().bind(newer::setText, "payments.journal.newer");
        texts().bind(older::setText, "payments.journal.older");
        texts().bind(pager::setAriaLabel, "payments.pager.label");
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void search(JournalFilter wanted) {
        filter = wanted;
        pages.clear();
        show();
    }

    private void show() {
        List<JournalLine> found = journal.page(filter, Optional.ofNullable(pages.peek()), PAGE + 1);
        List<JournalLine> lines = found.stream().limit(PAGE).toList();
        newer.setEnabled(!pages.isEmpty());
        older.setEnabled(found.size() > PAGE);
        last = lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).mark());
        list.removeAll();
        if (lines.isEmpty()) {
            range.setText("");
            list.add(new EmptyState(
                    "search", texts().get("payments.journal.none.title"), texts().get("payments.journal.none.text")));
            return;
        }
        range.setText(texts().get(
                        "payments.journal.range",
                        Formats.moment(lines.get(lines.size() - 1).created()),
                        Formats.moment(lines.get(0).created())));
        list.add(OrderTable.of(texts(), gateways, texts().get("payments.journal.title"), lines));
    }
}
