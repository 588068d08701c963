package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Locale;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.EmailChange;

/** Where the links of both letters lead; a button, so that a mail server that opens links confirms nothing. */
final class ConfirmEmailView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient EmailChange change;
    private final transient Acting acting;
    private final Div card = new Div();
    private String link = "";

    ConfirmEmailView(EmailChange change, Acting acting) {
        super("identity.confirmEmail");
        this.change = change;
        this.acting = acting;
        addClassName("og-narrow");
        Paragraph words = new Paragraph();
        texts().bind(words::setText, "identity.confirmEmail.text");
        Button confirm = new Button();
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm());
        texts().bind(confirm::setText, "identity.confirm.send");
        card.addClassNames("og-form", "og-card");
        card.add(words, confirm);
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = Words.link(event.getLocation().getQueryParameters());
    }

    private void confirm() {
        EmailChange.Answer answer = change.confirm(link, acting.origin());
        boolean good = answer == EmailChange.Answer.CHANGED || answer == EmailChange.Answer.ONE_OF_TWO;
        remove(card);
        add(Words.done(
                texts(),
                good ? "circle-check" : "circle-alert",
                "identity.confirmEmail." + answer.name().toLowerCase(Locale.ROOT)));
    }
}
