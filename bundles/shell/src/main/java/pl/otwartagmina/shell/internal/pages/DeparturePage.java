package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Optional;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.identity.SignIn;
import pl.otwartagmina.api.identity.SignIn.Assurance;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.federation.Errands;

/** Sends a browser to an identity provider; whoever is signed in already confirms there who they are. */
public final class DeparturePage extends MessagePage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    static final String PATH = IdentityProviders.ADDRESS + ":provider";

    private final transient Optional<SignIn> signIn;
    private final transient IdentityProviders providers;
    private final transient Errands errands;

    DeparturePage(Optional<SignIn> signIn, IdentityProviders providers, Errands errands) {
        this.signIn = signIn;
        this.providers = providers;
        this.errands = errands;
        say("log-in", "portal.sso.go");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("provider").orElse("");
        Optional<IdentityProvider> provider = providers.find(id);
        if (provider.isEmpty()) {
            say("unplug", "portal.sso.unreachable");
            return;
        }
        UI ui = event.getUI();
        Acting acting = Visit.acting(ui);
        boolean otherWindow = WaysIn.isBeside(event);
        Runnable go = () -> go(ui, id, provider.get(), otherWindow);
        Assurance needed = acting.person()
                .flatMap(person -> signIn.map(
                        in -> in.beforeConnecting(person, id, provider.get().level(), acting.origin())))
                .orElse(Assurance.NONE);
        switch (needed) {
            case NONE -> go.run();
            case PASSWORD -> askForPassword(acting, provider.get(), go);
            case SIGN_IN -> askToSignIn(ui, id, event.getLocation().getPathWithQueryParameters());
        }
    }

    /** Whoever finds an open browser is not its owner. */
    private void askForPassword(Acting acting, IdentityProvider provider, Runnable go) {
        say("key-round", "portal.sso.password", provider.name(UI.getCurrent().getLocale()));
        addBelow(new PasswordForm(texts(), password -> {
            SignIn.Result result =
                    signIn.orElseThrow().confirm(acting.person().orElseThrow(), password, acting.origin());
            if (result instanceof SignIn.Welcome) {
                go.run();
                return Optional.empty();
            }
            return Optional.of(Entrance.fault(texts(), result, "portal.sso.password.wrong"));
        }));
    }

    private void askToSignIn(UI ui, String id, String address) {
        say("shield", "portal.sso.anew");
        Visit.of(ui.getSession()).returnTo(address);
        Div ways = new Div();
        ways.addClassName("og-ways");
        ways.add(WaysIn.of(
                ui, providers, AccessLevel.ACCOUNT, false, one -> !one.id().equals(id)));
        addBelow(ways);
    }

    private void go(UI ui, String id, IdentityProvider provider, boolean otherWindow) {
        Visit visit = Visit.of(ui.getSession());
        Errands.Sender sender =
                new Errands.Sender(visit.name(), visit.person().map(Person::id), otherWindow, ui.getLocale());
        errands.begin(id, sender, provider.level() == AccessLevel.STRONG ? AccessLevel.STRONG : AccessLevel.ACCOUNT)
                .ifPresentOrElse(
                        errand -> ui.getPage().setLocation("/" + Errands.SSO + id + "/go?errand=" + errand.id()),
                        () -> say("unplug", "portal.sso.unreachable"));
    }
}
