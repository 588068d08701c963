package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Supplier;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Texts;

/** What several screens of accounts say and ask in the same way. */
final class Words {
    /** Address of the sign-in page. */
    static final String SIGN_IN = "/logowanie";

    private Words() {}

    /** In place of a form that has done its work; a screen reader goes on from it. */
    static Div done(Texts texts, String icon, String key) {
        return said(texts, () -> new EmptyState(icon, texts.get(key + ".title"), texts.get(key + ".text")));
    }

    /** The same, with the way on. */
    static Div done(Texts texts, String icon, String key, String address, String linkKey) {
        return said(
                texts,
                () -> new EmptyState(
                        icon,
                        texts.get(key + ".title"),
                        texts.get(key + ".text"),
                        button(address, texts.get(linkKey))));
    }

    private static Div said(Texts texts, Supplier<EmptyState> words) {
        Div box = new Div();
        box.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
        texts.onLanguage(() -> {
            box.removeAll();
            box.add(words.get());
        });
        return box;
    }

    /** A link that looks like a button. */
    private static Anchor button(String address, String text) {
        Anchor link = new Anchor(address, new Span(text));
        link.addClassNames("og-buttonlink", "og-primary");
        return link;
    }

    /** The secret of a link that came by e-mail, empty if there is none. */
    static String link(QueryParameters parameters) {
        return parameters.getSingleParameter("link").orElse("");
    }
}
