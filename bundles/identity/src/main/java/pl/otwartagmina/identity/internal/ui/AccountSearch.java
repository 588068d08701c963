package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.LookUps;

/**
 * Finds accounts by the beginning of a name or address, for a reason, and shows a card for each, which the screen fills. The
 * reason stays as long as it is the same person who is looked for, on other screens too.
 */
final class AccountSearch extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final Texts texts;
    private final transient LookUps lookUps;
    private final transient Acting acting;
    private final transient BiConsumer<Div, Account> filler;
    private final TextField text = new TextField();
    private final LookReason reason;
    private final Div results = new Div();

    AccountSearch(Texts texts, LookUps lookUps, Acting acting, BiConsumer<Div, Account> filler) {
        this.texts = texts;
        this.lookUps = lookUps;
        this.acting = acting;
        this.filler = filler;
        addClassName("og-section");
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setMaxLength(LONGEST);
        text.addClassName("og-wide");
        texts.bind(text::setLabel, "identity.people.text");
        reason = new LookReason(texts);
        lookUps.last(acting).ifPresent(last -> {
            text.setValue(last.text());
            reason.setValue(last.reason());
        });
        text.addValueChangeListener(change -> {
            if (lookUps.last(acting).filter(last -> !isSame(last.text())).isPresent()) {
                reason.clear();
            }
        });
        Button search = new Button();
        texts.bind(search::setText, "identity.search");
        search.addClickListener(click -> search());
        Div actions = new Div(search);
        actions.addClassName("og-filters-actions");
        Div fields = new Div(text, reason, actions);
        fields.addClassName("og-filters");
        fields.getElement().setAttribute("role", "search");
        search.addClickShortcut(Key.ENTER).listenOn(fields);
        Div box = new Div(fields);
        box.addClassName("og-card");
        results.addClassName("og-section");
        results.getElement().setAttribute("aria-live", "polite");
        add(box, results);
    }

    /** Somebody else has a reason of their own; one who types a name more fully looks for the same person. */
    private boolean isSame(String before) {
        String now = text.getValue();
        return now.startsWith(before) || before.startsWith(now);
    }

    private void search() {
        results.removeAll();
        boolean blank = text.getValue().isBlank();
        text.setErrorMessage(texts.get("identity.look.text.missing"));
        text.setInvalid(blank);
        if (blank) {
            text.focus();
            return;
        }
        Optional<String> why = reason.reason();
        if (why.isEmpty()) {
            return;
        }
        List<Account> found = lookUps.search(acting, new LookUps.Look(text.getValue(), why.get()));
        if (found.isEmpty()) {
            results.add(new EmptyState(
                    "search", texts.get("identity.people.none.title"), texts.get("identity.people.none.text")));
        }
        found.forEach(account -> {
            Div card = new Div();
            card.addClassNames("og-card", "og-section");
            show(card, account);
            results.add(card);
        });
    }

    /** Shows an account in its card anew, as it is now. */
    void show(Div card, Account account) {
        card.removeAll();
        Span who = new Span(account.userName()
                + account.email().map(address -> " · " + address).orElse(""));
        who.addClassName("og-muted");
        card.add(new H2(account.name()), who);
        filler.accept(card, account);
    }
}
