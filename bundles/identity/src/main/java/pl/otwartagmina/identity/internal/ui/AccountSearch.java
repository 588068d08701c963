package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.BiConsumer;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.People;

/** Finds accounts by the beginning of a name or address and shows a card for each, which the screen fills. */
final class AccountSearch extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final Texts texts;
    private final transient People people;
    private final transient Acting acting;
    private final transient BiConsumer<Div, Account> filler;
    private final TextField text = new TextField();
    private final Div results = new Div();

    AccountSearch(Texts texts, People people, Acting acting, BiConsumer<Div, Account> filler) {
        this.texts = texts;
        this.people = people;
        this.acting = acting;
        this.filler = filler;
        addClassName("og-section");
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setMaxLength(LONGEST);
        text.addClassName("og-wide");
        texts.bind(text::setLabel, "identity.people.text");
        Button search = new Button();
        texts.bind(search::setText, "identity.search");
        search.addClickListener(click -> search());
        Div actions = new Div(search);
        actions.addClassName("og-filters-actions");
        Div fields = new Div(text, actions);
        fields.addClassName("og-filters");
        fields.getElement().setAttribute("role", "search");
        search.addClickShortcut(Key.ENTER).listenOn(fields);
        Div box = new Div(fields);
        box.addClassName("og-card");
        results.addClassName("og-section");
        results.getElement().setAttribute("aria-live", "polite");
        add(box, results);
    }

    private void search() {
        results.removeAll();
        if (text.getValue().isBlank()) {
            text.focus();
            return;
        }
        List<Account> found = people.search(acting, text.getValue());
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
