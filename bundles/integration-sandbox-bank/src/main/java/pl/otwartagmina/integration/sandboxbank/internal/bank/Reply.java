package pl.otwartagmina.integration.sandboxbank.internal.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pl.otwartagmina.outside.StrictJson;

/** What the bank's programs answer to a program. */
record Reply(int status, ObjectNode body) {
    static Reply of(int status, ObjectNode body) {
        return new Reply(status, body);
    }

    /** An answer that says what is wrong. */
    static Reply wrong(int status, String what) {
        return new Reply(status, StrictJson.object().put("error", what));
    }
}
