package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.People;
import pl.otwartagmina.identity.internal.Representation;

/** At the counter: a clerk looks for the agent, sees the mandates they hold and enters another one. */
final class OfficeMandatesView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Representation representation;
    private final transient People people;
    private final transient PartyKeys keys;
    private final transient Acting acting;

    OfficeMandatesView(Representation representation, People people, LookUps lookUps, PartyKeys keys, Acting acting) {
        super("identity.officeMandates");
        this.representation = representation;
        this.people = people;
        this.keys = keys;
        this.acting = acting;
        add(new AccountSearch(texts(), lookUps, acting, this::fill));
    }

    private void fill(Div card, Account account) {
        if (account.verifiedAt().isEmpty()) {
            card.add(new Badge(Tone.WARNING, texts().get("identity.account.notVerified")));
            return;
        }
        MandateList held = new MandateList(
                texts(),
                representation,
                acting,
                () -> representation.allHeldBy(account.id()),
                mandate -> mandate.mandate().principalName(),
                "identity.mandates.held.none",
                "identity.mandates.revoke");
        H3 title = new H3(texts().get("identity.officeMandates.enter"));
        card.add(held, title, new EnterMandateForm(texts(), representation, people, keys, acting, account, held::show));
    }
}
