package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.Verification;

/** At the counter: a clerk compares a person with a document and confirms who it is. */
final class VerifyView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Verification verification;
    private final transient Acting acting;
    private final AccountSearch search;

    VerifyView(LookUps lookUps, Verification verification, Acting acting) {
        super("identity.verify");
        this.verification = verification;
        this.acting = acting;
        search = new AccountSearch(texts(), lookUps, acting, this::fill);
        add(search);
    }

    private void fill(Div card, Account account) {
        if (account.verifiedAt().isPresent()) {
            card.add(new Badge(Tone.SUCCESS, texts().get("identity.account.verified")));
        } else if (account.state() == Account.State.ACTIVE) {
            card.add(new VerifyForm(texts(), verification, acting, account, now -> search.show(card, now)));
        } else {
            card.add(new Badge(Tone.WARNING, texts().get("identity.verify.noAddress")));
        }
    }
}
