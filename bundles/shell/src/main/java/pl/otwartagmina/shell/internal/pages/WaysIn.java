package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.IdentityProviders;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.layout.Links;

/** Links that lead to the identity providers, for signing in and for confirming who one is. */
public final class WaysIn {
    private static final Logger LOG = LoggerFactory.getLogger(WaysIn.class);

    private WaysIn() {}

    /**
     * The links to providers that can lead to a level; the first is the main one.
     *
     * @param otherWindow whether each opens a window of its own, beside this one
     */
    public static List<Component> of(UI window, IdentityProviders providers, AccessLevel needed, boolean otherWindow) {
        return of(window, providers, needed, otherWindow, provider -> true);
    }

    /** The same, of those providers only that may be chosen. */
    static List<Component> of(
            UI window,
            IdentityProviders providers,
            AccessLevel needed,
            boolean otherWindow,
            Predicate<IdentityProvider> choice) {
        // who is verified once is proven by a strong provider only
        AccessLevel atLeast = needed.covers(AccessLevel.VERIFIED) ? AccessLevel.STRONG : AccessLevel.ACCOUNT;
        List<Component> links = new ArrayList<>();
        for (IdentityProvider provider : providers.all()) {
            try {
                if (provider.level().covers(atLeast) && choice.test(provider)) {
                    links.add(link(window, provider, links.isEmpty(), otherWindow));
                }
            } catch (RuntimeException failure) {
                LOG.error("An identity provider cannot say what it is called", failure);
            }
        }
        return links;
    }

    private static Anchor link(UI window, IdentityProvider provider, boolean first, boolean otherWindow) {
        Span words = new Span(window.getTranslation("portal.sso.by", provider.name(window.getLocale())));
        String path = IdentityProviders.ADDRESS + provider.id();
        Anchor link;
        if (otherWindow) {
            link = new Anchor("/" + path + DeparturePage.OTHER_WINDOW, words, new Icon("external-link"));
            link.setTarget("_blank");
            link.getElement().setAttribute("router-ignore", true);
            link.setAriaLabel(words.getText() + " " + window.getTranslation("portal.sso.newTab"));
        } else {
            link = Links.to(path, words);
        }
        link.addClassName("og-buttonlink");
        if (first) {
            link.addClassName("og-primary");
        }
        return link;
    }
}
