package pl.otwartagmina.integration.logingov.internal;

import java.util.function.Consumer;
import org.w3c.dom.Element;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.integration.logingov.simulator.Script;

/**
 * One thing that is wrong with an answer that is right otherwise.
 *
 * @param name for the test's report
 * @param script how the simulator gets it wrong
 * @param reason what the person is told
 * @param stopped what the portal's log says: that this check stopped it, and no other
 */
record Attack(String name, Script script, Reply.Reason reason, String stopped) {
    static Attack of(String name, Script script, String stopped) {
        return new Attack(name, script, Reply.Reason.NOT_PROVEN, stopped);
    }

    /** An answer in which one moment differs. */
    static Attack at(Script.Moment moment, String name, Consumer<Element> change, String stopped) {
        return of(name, new Script().at(moment, change), stopped);
    }

    @Override
    public String toString() {
        return name;
    }
}
