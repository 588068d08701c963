package pl.otwartagmina.shell.internal;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import pl.otwartagmina.api.identity.Person;

/**
 * A ticket of somebody who has proven who they are and is not in yet: the next page load takes it, once.
 *
 * @param ticket known to the browser that proved it, and to no other
 * @param address where the person is going, without a leading slash
 * @param window where it was proven
 * @param until how long it is good
 */
record Admission(String ticket, Person person, String address, UI window, Instant until) {
    static Admission of(Person person, String address, UI window, Instant until) {
        return new Admission(Token.random(), person, address, window, until);
    }
}
