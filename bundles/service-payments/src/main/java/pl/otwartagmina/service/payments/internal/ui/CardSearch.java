package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Predicate;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/** Looks for a card, or for the due of a module, by its number, however it is written. */
final class CardSearch extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final Texts texts;
    private final transient Predicate<String> shows;
    private final TextField card = new TextField();
    private final Notice none = new Notice(Tone.INFO);

    /** @param shows shows what is found of a number, and tells whether there was any */
    CardSearch(Texts texts, Predicate<String> shows) {
        this.texts = texts;
        this.shows = shows;
        card.setLabel(texts.get("payments.entry.search.card"));
        card.setHelperText(texts.get("payments.entry.search.help"));
        card.setMaxLength(LONGEST);
        card.setMinWidth("min(24rem, 100%)");
        card.setValueChangeMode(ValueChangeMode.EAGER);
        Button search = new Button(texts.get("payments.filter.search"), click -> search());
        Div actions = new Div(search);
        actions.addClassName("og-filters-actions");
        Div fields = new Div(card, actions);
        fields.addClassName("og-filters");
        fields.getElement().setAttribute("role", "search");
        search.addClickShortcut(Key.ENTER).listenOn(fields);
        addClassName("og-card");
        add(fields, none);
    }

    private void search() {
        none.hide();
        if (card.getValue().isBlank()) {
            card.focus();
        } else if (!shows.test(card.getValue())) {
            none.say(texts.get("payments.entry.search.none"));
        }
    }
}
