package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.clerk.Stuck;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.StuckPayments;

/** Payments that stand still (Płatności, które utknęły), with what to do about each. */
final class StuckView extends ClerkPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final Pattern PESEL = Pattern.compile("\\d{11}");

    private final transient StuckPayments stuck;
    private final transient Cashier cashier;
    private final transient Gateways gateways;
    private final transient Acting acting;
    private final Notice done = new Notice(Tone.SUCCESS);
    private final Div list = new Div();
    private transient List<Stuck> found = List.of();

    StuckView(StuckPayments stuck, Cashier cashier, Gateways gateways, Acting acting) {
        super("payments.stuck");
        this.stuck = stuck;
        this.cashier = cashier;
        this.gateways = gateways;
        this.acting = acting;
        list.addClassName("og-section");
        add(done, list);
        texts().onChange(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        found = stuck.all();
        show();
    }

    private void show() {
        list.removeAll();
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    "circle-check", texts().get("payments.stuck.none.title"), texts().get("payments.stuck.none.text")));
        }
        found.forEach(one -> list.add(card(one)));
    }

    private Div card(Stuck one) {
        String key = "payments.stuck.kind." + one.kind().code();
        String gateway = gateways.name(one.gateway(), texts().locale());
        Span where = new Span(texts().get("payments.stuck.since", Formats.moment(one.since()), gateway, one.times()));
        where.addClassName("og-muted");
        Div actions = new Div();
        actions.addClassName("og-actions");
        if (cashier.orders().find(one.order()).isPresent()) {
            actions.add(OrderTable.link(texts(), one.order(), texts().get(key) + ", " + Formats.moment(one.since())));
        }
        Div card = new Div(new H2(texts().get(key)), where, new Paragraph(texts().get(key + ".advice")), actions);
        card.addClassNames("og-card", "og-section");
        one.alarm().ifPresent(alarm -> card.add(settling(alarm)));
        return card;
    }

    private Div settling(String alarm) {
        TextField note = new TextField(texts().get("payments.stuck.note"));
        note.addClassName("og-wide");
        note.setMaxLength(StuckPayments.NOTE);
        note.setManualValidation(true);
        note.setRequiredIndicatorVisible(true);
        note.addValueChangeListener(change -> note.setInvalid(false));
        Button settle = new Button(texts().get("payments.stuck.settle"));
        settle.addClickListener(click -> {
            Optional<String> fault = fault(note.getValue());
            if (fault.isPresent()) {
                note.setErrorMessage(texts().get(fault.get()));
                note.setInvalid(true);
                note.focus();
                return;
            }
            stuck.settle(alarm, note.getValue(), acting);
            load();
            done.say(texts().get("payments.stuck.settled"));
        });
        Div form = new Div(note, settle);
        form.addClassName("og-form");
        return form;
    }

    private static Optional<String> fault(String note) {
        if (note.isBlank()) {
            return Optional.of("payments.stuck.note.missing");
        }
        return PESEL.matcher(note).find() ? Optional.of("payments.refund.reason.wrong") : Optional.empty();
    }
}
