package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.Federation;

/** Other ways of signing in to this account: to connect and to part. */
final class ProvidersCard extends Div {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient IdentityProviders providers;
    private final transient Federation federation;
    private final transient Acting acting;
    private final transient Account account;

    ProvidersCard(Texts texts, IdentityProviders providers, Federation federation, Acting acting, Account account) {
        this.texts = texts;
        this.providers = providers;
        this.federation = federation;
        this.acting = acting;
        this.account = account;
        addClassName("og-roles");
        texts.onLanguage(this::show);
    }

    private void show() {
        removeAll();
        List<String> connected = federation.providers(account);
        for (IdentityProvider provider : providers.all()) {
            add(line(provider, connected.contains(provider.id())));
        }
    }

    private Div line(IdentityProvider provider, boolean connected) {
        String name = provider.name(texts.locale());
        Div line = new Div(new Span(name));
        line.addClassName("og-role");
        if (!connected) {
            Anchor connect = new Anchor(
                    "/" + IdentityProviders.ADDRESS + provider.id(), texts.get("identity.providers.connect"));
            connect.getElement().setAttribute("router-link", true);
            connect.addClassName("og-buttonlink");
            connect.setAriaLabel(texts.get("identity.providers.connect") + ": " + name);
            line.add(connect);
            return line;
        }
        line.add(new Badge(Tone.SUCCESS, texts.get("identity.providers.connected")));
        // whoever has no password would lock themselves out
        if (account.password().isPresent()) {
            Button part = new Button(texts.get("identity.providers.part"), click -> {
                federation.disconnect(acting, account, provider.id());
                show();
            });
            part.setAriaLabel(texts.get("identity.providers.part") + ": " + name);
            line.add(part);
        }
        return line;
    }
}
