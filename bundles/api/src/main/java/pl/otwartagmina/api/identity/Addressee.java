package pl.otwartagmina.api.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * The owner of an account as letters reach them now; asked before each letter, because all of it may change.
 *
 * @param email confirmed address; empty for somebody who signs in elsewhere and has given none
 * @param language in which they are written to
 * @param party whose matters are their own, once the identity is confirmed
 */
public record Addressee(Optional<String> email, Locale language, Optional<PartyKey> party) {
    /** Holds no address, so that none gets into a log. */
    @Override
    public String toString() {
        return "Addressee[hidden]";
    }
}
