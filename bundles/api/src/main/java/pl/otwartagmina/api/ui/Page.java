package pl.otwartagmina.api.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * One screen: a heading, a line that says what it is for, the main action beside it, and the content.
 *
 * <p>Keys: the title is {@code <key>.title}, the line below it {@code <key>.lead}.
 */
public abstract class Page extends Div implements LocaleChangeObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final Texts texts = new Texts(this);
    private final Div actions = new Div();

    protected Page(String key) {
        this.key = key;
        addClassName("og-page");
        H1 title = new H1();
        // the shell moves the focus here after each navigation
        title.getElement().setAttribute("tabindex", "-1");
        Paragraph lead = new Paragraph();
        lead.addClassName("og-lead");
        actions.addClassName("og-page-actions");
        Div words = new Div(title, lead);
        Div head = new Div(words, actions);
        head.addClassName("og-page-head");
        add(head);
        texts.bind(title::setText, key + ".title");
        texts.bind(lead::setText, key + ".lead");
    }

    /** The texts of this page, kept in the language of the reader. */
    protected final Texts texts() {
        return texts;
    }

    /** Puts the main action at the top right, at the bottom on a phone. */
    protected final void mainAction(Component action) {
        actions.add(action);
    }

    @Override
    public String getPageTitle() {
        return texts.get(key + ".title");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        texts.speak(event.getLocale());
    }
}
