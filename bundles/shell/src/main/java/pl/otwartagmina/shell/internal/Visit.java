package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
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

    /** Signs in the person in front of the browser that asks now, and of no other. */
    public void signedIn(Person who) {
        SignInCookie.give(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        person = who;
    }

    /**
     * Signs out in all windows of this browser and sends them elsewhere; under the lock of the session.
     *
     * <p>The web server's own session stays: under Pax Web 11.1.0 a request that comes while one is ended gets none.
     *
     * @param path without a leading slash
     */
    public static void signOut(VaadinSession session, String path) {
        session.setAttribute(Visit.class, null);
        SignInCookie.takeBack(session.getSession());
        for (UI ui : List.copyOf(session.getUIs())) {
            ui.getPage().setLocation("/" + path);
            ui.push();
            ui.close();
        }
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
