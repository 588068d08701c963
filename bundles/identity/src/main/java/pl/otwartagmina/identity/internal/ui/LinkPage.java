package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import pl.otwartagmina.api.ui.Page;

/** Where the link in a letter leads; only the button confirms, because mail programs open links to look at them. */
abstract class LinkPage extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final Div card = new Div();
    private String link = "";

    LinkPage(String key) {
        super(key);
        addClassName("og-narrow");
        Paragraph words = new Paragraph();
        texts().bind(words::setText, key + ".text");
        Button confirm = new Button();
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> replace(card, confirm(link)));
        texts().bind(confirm::setText, "identity.confirm.send");
        card.addClassNames("og-form", "og-card");
        card.add(words, confirm);
        add(card);
    }

    /**
     * The button was clicked.
     *
     * @param secret of the link, empty if there is none
     * @return what takes the place of the button
     */
    abstract Component confirm(String secret);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        link = Words.link(event.getLocation().getQueryParameters());
    }
}
