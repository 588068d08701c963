package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.GrantedMandate;
import pl.otwartagmina.identity.internal.Representation;

/** Where the link of an offer leads: what is offered, by whom, and the button that accepts it. */
final class AcceptMandateView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final String MANDATES = "/e/identity/mandates";

    private final transient Representation representation;
    private final transient Acting acting;
    private final Div card = new Div();

    AcceptMandateView(Representation representation, Acting acting) {
        super("identity.mandates.accept");
        this.representation = representation;
        this.acting = acting;
        addClassName("og-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String link = Words.link(event.getLocation().getQueryParameters());
        Optional<GrantedMandate> offer = representation.offered(link);
        if (offer.isEmpty()) {
            add(Words.done(texts(), "circle-alert", "identity.mandates.accept.gone"));
            return;
        }
        Paragraph words = new Paragraph();
        texts().bind(
                        words::setText,
                        "identity.mandates.accept.text",
                        offer.get().mandate().principalName());
        Div details = new Div();
        texts().onLanguage(() -> {
            details.removeAll();
            details.add(new Details()
                    .with(texts().get("identity.mandates.agent"), offer.get().agentName())
                    .with(
                            texts().get("identity.mandates.scope"),
                            MandateWords.scope(texts(), offer.get().mandate()))
                    .with(
                            texts().get("identity.mandates.days"),
                            MandateWords.days(texts(), offer.get().mandate())));
        });
        Button accept = new Button();
        texts().bind(accept::setText, "identity.mandates.accept.send");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        accept.addClickListener(click -> accept(link));
        card.addClassNames("og-form", "og-card");
        card.add(words, details, accept);
        add(card);
    }

    private void accept(String link) {
        Representation.Acceptance result = representation.accept(acting, link);
        remove(card);
        String key = "identity.mandates.accept." + result.name().toLowerCase(Locale.ROOT);
        add(
                result == Representation.Acceptance.ACCEPTED
                        ? Words.done(texts(), "circle-check", key, MANDATES, "identity.mandates.title")
                        : Words.done(texts(), "circle-alert", key));
    }
}
