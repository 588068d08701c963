package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.layout.ModulesObserver;

/** Signed in, but not surely enough for what was asked. */
public final class LevelPage extends MessagePage implements ModulesObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = "poziom";

    private final transient IdentityProviders providers;
    private final Div ways = new Div();

    LevelPage(IdentityProviders providers) {
        this.providers = providers;
        ways.addClassName("og-ways");
        addBelow(ways);
        texts().onLanguage(this::modulesChanged);
    }

    /** Who is verified lacks only a fresh sign-in; who is not can be verified at the office, too. */
    @Override
    public void modulesChanged() {
        UI window = UI.getCurrent();
        boolean verified = Visit.acting(window).level().covers(AccessLevel.VERIFIED);
        List<Component> links = WaysIn.of(window, providers, AccessLevel.STRONG, false);
        ways.removeAll();
        ways.add(links);
        ways.setVisible(!links.isEmpty());
        show(verified ? "portal.level.strong" : links.isEmpty() ? "portal.level" : "portal.level.ways");
    }

    private void show(String key) {
        say("shield", key);
    }
}
