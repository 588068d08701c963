package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.GrantedMandate;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Representation;

/** Who acts for me, and for whom I act. */
final class MandatesView extends Page {
    private static final long serialVersionUID = 1L;

    MandatesView(Representation representation, People people, Acting acting) {
        super("identity.mandates");
        Person person = acting.person().orElseThrow();
        MandateList given = new MandateList(
                texts(),
                representation,
                acting,
                () -> representation.givenBy(person),
                GrantedMandate::agentName,
                "identity.mandates.given.none",
                "identity.mandates.revoke");
        MandateList held = new MandateList(
                texts(),
                representation,
                acting,
                () -> representation.allHeldBy(person.id()),
                mandate -> mandate.mandate().principalName(),
                "identity.mandates.held.none",
                "identity.mandates.layDown");
        Div offer = card("identity.mandates.offer");
        offer.add(new OfferForm(texts(), representation, people.modules(), given::show));
        Div givenCard = card("identity.mandates.given");
        givenCard.add(given);
        Div heldCard = card("identity.mandates.held");
        heldCard.add(held);
        add(heldCard, givenCard, offer);
    }

    private Div card(String key) {
        H2 title = new H2();
        texts().bind(title::setText, key);
        Div card = new Div(title);
        card.addClassNames("og-card", "og-section");
        return card;
    }
}
