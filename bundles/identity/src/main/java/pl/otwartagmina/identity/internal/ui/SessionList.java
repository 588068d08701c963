package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.OpenSession;
import pl.otwartagmina.api.identity.OpenSessions;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.Device;

/** The browsers in which I am signed in, each with a way to sign it out. */
final class SessionList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final Texts texts;
    private final transient OpenSessions sessions;
    private final transient Acting acting;
    private final String account;

    SessionList(Texts texts, OpenSessions sessions, Acting acting) {
        this.texts = texts;
        this.sessions = sessions;
        this.acting = acting;
        this.account = acting.person().map(Person::id).orElseThrow();
        addClassName("og-sessions");
        texts.onLanguage(this::refresh);
    }

    private void refresh() {
        removeAll();
        sessions.of(account).forEach(session -> add(item(session)));
    }

    private ListItem item(OpenSession session) {
        Element device = new Element("strong").setText(device(session));
        Div words = new Div();
        words.addClassName("og-todo-words");
        words.getElement().appendChild(device);
        words.add(new Span(texts.get("identity.session.detail", Formats.moment(session.since()), session.address())));
        ListItem item = new ListItem(words);
        if (session.id().equals(acting.origin().session())) {
            item.add(new Badge(Tone.SUCCESS, texts.get("identity.session.this")));
        } else {
            Button end = new Button(texts.get("identity.session.end"));
            end.setAriaLabel(texts.get("identity.session.end") + ": " + device(session));
            end.addClickListener(click -> {
                sessions.end(account, session.id());
                item.removeFromParent();
            });
            item.add(end);
        }
        return item;
    }

    private String device(OpenSession session) {
        return Device.of(session.device()).words(texts::get);
    }
}
