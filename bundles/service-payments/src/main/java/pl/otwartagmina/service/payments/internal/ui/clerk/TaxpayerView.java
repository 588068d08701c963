package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.clerk.TaxpayerNumber;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.store.Taxpayers;

/** A taxpayer's matters for a clerk (Podatnik): looked for by a number, for a reason that the taxpayer reads. */
final class TaxpayerView extends ClerkPage {
    private static final long serialVersionUID = 1L;

    private final transient Taxpayers taxpayers;
    private final transient OneList list;
    private final transient Gateways gateways;
    private final transient Acting acting;
    private final Div results = new Div();

    TaxpayerView(Taxpayers taxpayers, OneList list, Gateways gateways, Acting acting) {
        super("payments.taxpayer");
        this.taxpayers = taxpayers;
        this.list = list;
        this.gateways = gateways;
        this.acting = acting;
        Div box = new Div(new TaxpayerForm(texts(), taxpayers::read, this::search));
        box.addClassName("og-card");
        results.addClassName("og-section");
        results.getElement().setAttribute("aria-live", "polite");
        add(box, results);
    }

    private void search(TaxpayerNumber number, String reason) {
        results.removeAll();
        if (number instanceof TaxpayerNumber.Known known) {
            show(known.party(), reason);
        } else if (number instanceof TaxpayerNumber.Card card) {
            List<PartyKey> owners = taxpayers.owners(card.number());
            if (owners.size() == 1) {
                show(owners.get(0), reason);
            } else if (owners.isEmpty()) {
                results.add(nothing());
            } else {
                choose(owners, reason);
            }
        }
    }

    private EmptyState nothing() {
        return new EmptyState(
                "search", texts().get("payments.taxpayer.none.title"), texts().get("payments.taxpayer.none.text"));
    }

    /** Several own it; each one that is looked at is recorded by itself. */
    private void choose(List<PartyKey> owners, String reason) {
        Div card = new Div(
                new H2(texts().get("payments.taxpayer.owners", owners.size())),
                new Paragraph(texts().get("payments.taxpayer.owners.text")));
        card.addClassNames("og-card", "og-section");
        for (int i = 0; i < owners.size(); i++) {
            PartyKey owner = owners.get(i);
            NativeButton button = new NativeButton(texts().get("payments.taxpayer.owner", i + 1));
            button.addClassName("og-button");
            button.addClickListener(click -> {
                results.removeAll();
                show(owner, reason);
            });
            card.add(button);
        }
        results.add(card);
    }

    private void show(PartyKey party, String reason) {
        taxpayers.look(party, reason, acting);
        OneList.Page first = list.page(party, Tab.UNPAID, DueFilter.ALL, 0);
        if (taxpayers.isKnown(party)
                || !first.tally().isEmpty()
                || !first.missing().isEmpty()) {
            results.add(new TaxpayerCard(texts(), taxpayers, list, gateways, party, first));
        } else {
            results.add(nothing());
        }
    }
}
