package pl.otwartagmina.api.federation;

import java.util.Optional;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.value.Pesel;

/**
 * Whom a provider recognised.
 *
 * @param subject the provider's own name of the person, the same at each sign-in; at most 200 characters
 * @param level how surely it is this person, here and now
 * @param pesel proven by the provider, not merely typed in there
 * @param firstName as the provider has it
 * @param lastName as the provider has it
 * @param email confirmed by the provider
 * @param session the provider's name of the session, for signing out; empty if it has none
 */
public record Proof(
        String subject,
        AccessLevel level,
        Optional<Pesel> pesel,
        String firstName,
        String lastName,
        Optional<String> email,
        String session) {
    private static final int LONGEST_SUBJECT = 200;

    public Proof {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("A provider names a person by 1 to 200 characters");
        }
    }

    /** Says no more than how sure it is: a proof holds what no log may. */
    @Override
    public String toString() {
        return "Proof[" + level + "]";
    }
}
