package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;

/** One browser's visit, from the first page to signing out: who it is, and where to go on after signing in. */
public final class Visit {
    private volatile @Nullable Person person;
    private String returnTo = "";

    private Visit() {}

    /** The visit of this session. */
    public static Visit of(VaadinSession session) {
        Visit visit = session.getAttribute(Visit.class);
        if (visit == null) {
            visit = new Visit();
            session.setAttribute(Visit.class, visit);
        }
        return visit;
    }

    /** Who acts in this browser window, in the language it shows. */
    public static Acting acting(UI ui) {
        return new Acting(of(ui.getSession()).person(), ui.getLocale());
    }

    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /** Signs in, under a new session id, so that an id known before is worth nothing. */
    public void signedIn(Person who) {
        VaadinServletRequest.getCurrent().getHttpServletRequest().changeSessionId();
        person = who;
    }

    /** Address, without a leading slash, that asked to sign in; asked for once. */
    public String takeReturnTo() {
        String address = returnTo;
        returnTo = "";
        return address;
    }

    public void returnTo(String address) {
        returnTo = address;
    }
}
