package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.shell.internal.layout.Links;

/** A page that only says something: what happened and what to do now. */
abstract class MessagePage extends Div implements LocaleChangeObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final Texts texts = new Texts(this);
    private final Icon icon = new Icon("info");
    private final H1 title = new H1();
    private final Div body = new Div();

    MessagePage() {
        addClassNames("og-page", "og-error");
        title.getElement().setAttribute("tabindex", "-1");
        Anchor home = Links.to("", new Icon("house"));
        home.addClassNames("og-buttonlink", "og-primary");
        Span words = new Span();
        home.add(words);
        texts.bind(words::setText, "portal.toHome");
        Span box = new Span(icon);
        box.addClassName("og-icon-box");
        add(box, title, body, home);
    }

    /** What it says: keys {@code <key>.title} and {@code <key>.text}. */
    final void say(String iconName, String key, Object... arguments) {
        icon.getElement().setAttribute("data-icon", iconName);
        texts.bind(title::setText, key + ".title", arguments);
        texts.onLanguage(() -> {
            body.removeAll();
            for (String paragraph : texts.get(key + ".text", arguments).split("\n\n")) {
                body.add(new Paragraph(paragraph));
            }
        });
    }

    /** One line more, below. */
    final void addLine(Paragraph line) {
        addComponentAtIndex(3, line);
    }

    final Texts texts() {
        return texts;
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        texts.refresh();
    }
}
