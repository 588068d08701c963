package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import pl.otwartagmina.api.ui.Page;

/** A screen of the clerk's with the way back to where the clerk begins. */
abstract class ClerkPage extends Page {
    private static final long serialVersionUID = 1L;

    ClerkPage(String key) {
        super(key);
        RouterLink back = new RouterLink("", ClerkView.class);
        back.addClassName("og-link");
        Nav nav = new Nav(back);
        add(nav);
        texts().bind(back::setText, "payments.clerk.back");
        texts().bind(nav::setAriaLabel, "payments.clerk.title");
    }
}
