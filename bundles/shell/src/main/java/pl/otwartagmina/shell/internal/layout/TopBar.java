package pl.otwartagmina.shell.internal.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.gmina.Gmina;
import pl.otwartagmina.shell.internal.pages.ActingPage;
import pl.otwartagmina.shell.internal.pages.ShellPages;
import pl.otwartagmina.shell.internal.pages.SignInPage;

/** Crest and name of the gmina, how the page is shown, and who is signed in. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1L;

    private final MainLayout layout;
    private final transient ShellPages pages;
    private final transient Gmina gmina;
    private final Image crest = new Image();
    private final Element name = new Element("strong");
    private final Element subtitle = new Element("small");
    private final Anchor brand = Links.to("");
    private final PreferenceBar preferences;
    private final Div account = new Div();
    private final NativeButton menu = new NativeButton();

    TopBar(MainLayout layout, ShellPages pages) {
        this.layout = layout;
        this.pages = pages;
        this.gmina = pages.gmina();
        addClassName("og-top");
        menu.addClassNames("og-tool", "og-menu-button");
        menu.add(new Icon("menu"));
        menu.addClickListener(click -> layout.toggleMenu());
        crest.addClassName("og-crest");
        crest.setAlt("");
        Span words = new Span();
        words.addClassName("og-brand-words");
        words.getElement().appendChild(name, subtitle);
        brand.addClassName("og-brand");
        brand.add(crest, words);
        preferences = new PreferenceBar(layout);
        account.addClassName("og-account");
        Div tools = new Div(preferences, account);
        tools.addClassName("og-top-tools");
        add(menu, brand, tools);
    }

    /** Shows who is signed in, in the present language; the layout calls it first when it has come into a window. */
    void refresh() {
        var locale = UI.getCurrent().getLocale();
        crest.setSrc("/" + gmina.theme().address("crest.svg"));
        name.setText(gmina.name(locale));
        subtitle.setText(gmina.subtitle(locale));
        brand.setAriaLabel(getTranslation("portal.brand", gmina.name(locale)));
        menu.setAriaLabel(getTranslation("portal.menu"));
        preferences.refresh();
        account.removeAll();
        Visit.acting(UI.getCurrent()).person().ifPresentOrElse(this::showPerson, this::showSignIn);
    }

    void menuOpen(boolean open) {
        menu.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    private void showSignIn() {
        Anchor signIn = Links.to(SignInPage.PATH, new Icon("log-in"), new Span(getTranslation("portal.signIn")));
        signIn.addClassName("og-signin");
        account.add(signIn);
    }

    /** The person's picture, or initials; the name beside it says the same. */
    private Component avatar(Person person) {
        HtmlContainer avatar = pages.picture(UI.getCurrent())
                .<HtmlContainer>map(TopBar::image)
                .orElseGet(() -> new Span(person.initials()));
        avatar.addClassName("og-avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    private static Image image(byte[] picture) {
        return new Image(
                DownloadHandler.fromInputStream(event -> {
                            event.getResponse().setHeader("Cache-Control", "no-store");
                            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                            return new DownloadResponse(
                                    new ByteArrayInputStream(picture), "picture.jpg", "image/jpeg", picture.length);
                        })
                        .inline(),
                "");
    }

    private void showPerson(Person person) {
        Acting acting = Visit.acting(UI.getCurrent());
        if (acting.mandate().isPresent() || !pages.mandates(acting).isEmpty()) {
            String whose =
                    acting.mandate().map(Mandate::principalName).orElseGet(() -> getTranslation("portal.acting.own"));
            Span name = new Span(whose);
            name.addClassName("og-account-name");
            Anchor choose = Links.to(ActingPage.PATH, new Icon("users"), name);
            choose.addClassNames("og-tool", "og-always", "og-whose");
            choose.setAriaLabel(getTranslation("portal.acting.choose", whose));
            account.add(choose);
        }
        Component avatar = avatar(person);
        Span who = new Span(person.name());
        who.addClassName("og-account-name");
        NativeButton out = new NativeButton("", click -> layout.signOut());
        out.addClassNames("og-tool", "og-always", "og-signout");
        out.add(new Icon("log-out"));
        out.getElement().setAttribute("title", getTranslation("portal.signOut"));
        out.setAriaLabel(getTranslation("portal.signOut"));
        pages.modules().shown(Category.ACCOUNT).stream()
                .findFirst()
                .ifPresentOrElse(
                        module -> {
                            Anchor mine = Links.to(module.home(), avatar, who);
                            mine.addClassName("og-account-link");
                            mine.setAriaLabel(person.name() + ", "
                                    + module.title(UI.getCurrent().getLocale()));
                            account.add(mine);
                        },
                        () -> account.add(avatar, who));
        account.add(out);
    }
}
