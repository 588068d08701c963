package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
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
final class WaysIn {
    private static final Logger LOG = LoggerFactory.getLogger(WaysIn.class);
    private static final String OTHER_WINDOW = "okno";

    private WaysIn() {}

    /**
     * The links to providers that can lead to a level; the first is the main one.
     *
     * @param otherWindow whether each opens a window of its own, beside this one
     */
    static List<Component> of(UI window, IdentityProviders providers, AccessLevel needed, boolean otherWindow) {
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
        Anchor link = otherWindow ? beside(window, path, words) : Links.to(path, words);
        return asButton(link, first);
    }

    private static Anchor asButton(Anchor link, boolean first) {
        link.addClassName("og-buttonlink");
        if (first) {
            link.addClassName("og-primary");
        }
        return link;
    }

    /** The link to the portal's own sign-in, in a window of its own. */
    static Component ownBeside(UI window, boolean first) {
        Anchor link = beside(window, SignInPage.PATH, new Span(window.getTranslation("portal.gate.visitor.title")));
        return asButton(link, first);
    }

    private static Anchor beside(UI window, String path, Span words) {
        Anchor link = new Anchor("/" + path + "?" + OTHER_WINDOW, words, new Icon("external-link"));
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true);
        link.setAriaLabel(words.getText() + " " + window.getTranslation("portal.sso.newTab"));
        return link;
    }

    /** Whether a page stands in a window of its own, beside the one that waits for it. */
    static boolean isBeside(BeforeEnterEvent event) {
        return event.getLocation().getQueryParameters().getParameters().containsKey(OTHER_WINDOW);
    }
}
