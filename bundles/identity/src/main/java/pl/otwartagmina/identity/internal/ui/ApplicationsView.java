package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.AccountApplication;
import pl.otwartagmina.identity.internal.AccountApplications;

/** Applications for accounts, for the person of the office who decides on them. */
final class ApplicationsView extends Page {
    private static final long serialVersionUID = 1L;

    ApplicationsView(AccountApplications applications, Acting acting) {
        super("identity.applications");
        List<AccountApplication> open = applications.open(acting);
        Div cards = new Div();
        cards.addClassName("og-section");
        add(cards);
        texts().onLanguage(() -> {
            cards.removeAll();
            if (open.isEmpty()) {
                cards.add(new EmptyState(
                        "circle-check",
                        texts().get("identity.applications.none.title"),
                        texts().get("identity.applications.none.text")));
            }
            open.forEach(one -> cards.add(new ApplicationCard(texts(), applications, acting, one)));
        });
    }
}
