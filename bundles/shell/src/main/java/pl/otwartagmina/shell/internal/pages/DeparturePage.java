package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Optional;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.federation.Errands;

/** Sends a browser to an identity provider; whoever is signed in already confirms there who they are. */
public final class DeparturePage extends MessagePage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = IdentityProviders.ADDRESS + ":provider";
    /** For a window of its own, beside the one that waits for it. */
    static final String OTHER_WINDOW = "?okno";

    private final transient IdentityProviders providers;
    private final transient Errands errands;

    DeparturePage(IdentityProviders providers, Errands errands) {
        this.providers = providers;
        this.errands = errands;
        say("log-in", "portal.sso.go");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("provider").orElse("");
        boolean otherWindow =
                event.getLocation().getQueryParameters().getParameters().containsKey(OTHER_WINDOW.substring(1));
        Optional<Errand> errand =
                providers.find(id).flatMap(provider -> begin(event.getUI(), id, provider, otherWindow));
        if (errand.isEmpty()) {
            say("unplug", "portal.sso.unreachable");
            return;
        }
        event.getUI()
                .getPage()
                .setLocation(
                        "/" + Errands.SSO + id + "/go?errand=" + errand.get().id());
    }

    private Optional<Errand> begin(UI ui, String id, IdentityProvider provider, boolean otherWindow) {
        Visit visit = Visit.of(ui.getSession());
        Errands.Sender sender =
                new Errands.Sender(visit.name(), visit.person().map(Person::id), otherWindow, ui.getLocale());
        return errands.begin(
                id, sender, provider.level() == AccessLevel.STRONG ? AccessLevel.STRONG : AccessLevel.ACCOUNT);
    }
}
