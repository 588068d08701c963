package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.Registration;

/** Where the link in a letter leads; only the button confirms, because mail programs open links to look at them. */
final class ConfirmView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Registration registration;
    private final transient Acting acting;
    private final Div card = new Div();
    private String link = "";

    ConfirmView(Registration registration, Acting acting) {
        super("identity.confirm");
        this.registration = registration;
        this.acting = acting;
        addClassName("og-narrow");
        Paragraph words = new Paragraph();
        texts().bind(words::setText, "identity.confirm.text");
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
        boolean confirmed = registration.confirm(link, acting.origin()).isPresent();
        remove(card);
        add(
                confirmed
                        ? Words.done(
                                texts(), "circle-check", "identity.confirm.done", Words.SIGN_IN, "identity.toSignIn")
                        : Words.done(
                                texts(), "circle-alert", "identity.confirm.bad", Words.SIGN_IN, "identity.toSignIn"));
    }
}
