package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;

/** The end of a sign-in beside a window that waits for it. */
final class DonePage extends MessagePage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = "logowanie/gotowe";

    DonePage() {
        say("shield-check", "portal.sso.close");
    }

    /** Browsers let a page close only some windows; in the others its words say what to do. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI.getCurrent().getPage().executeJs("window.close()");
    }
}
