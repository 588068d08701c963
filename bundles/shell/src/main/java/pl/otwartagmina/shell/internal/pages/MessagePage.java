package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.ui.Formats;
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

    /**
     * Says that the module of this address is off, and since when.
     *
     * @return the status of the answer
     */
    final int sayAbsent(ModuleStatus module) {
        if (module.state() != ModuleStatus.State.DISABLED) {
            say("plug", "portal.unavailable");
        } else if (module.since().isPresent()) {
            LocalDate day = LocalDate.ofInstant(module.since().get(), ZoneId.of("Europe/Warsaw"));
            say("plug", "portal.disabledSince", Formats.day(day));
        } else {
            say("plug", "portal.disabled");
        }
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    /** Something more, below the words. */
    final void addBelow(Component more) {
        addComponentAtIndex(3, more);
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
