package pl.otwartagmina.identity.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which passwords are taken: long rather than odd (NIST SP 800-63B, 5.1.1.2): no rule about digits or signs, no expiry, but
 * none that everybody tries first.
 */
public final class PasswordRule {
    /** The least, in characters. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 128;
    private static final int LEAST_VARIETY = 5;
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "12345678910",
            "0123456789",
            "qwertyuiop",
            "qwerty1234",
            "qwerty12345",
            "1q2w3e4r5t",
            "zaq12wsxcde",
            "zaq1zaq1zaq1",
            "zaq12wsxzaq",
            "password12",
            "password123",
            "password1234",
            "polska1234",
            "polska12345",
            "haslo12345",
            "haslo123456",
            "mojehaslo1",
            "mojehaslo123",
            "tajnehaslo",
            "tajnehaslo1",
            "letmein1234",
            "iloveyou123",
            "administrator",
            "administrator1",
            "abcdefghij",
            "abcd123456",
            "abc1234567");

    /** Why a password is not taken. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /** Few different characters, or one of those that are tried first. */
        TOO_SIMPLE,
        /** Holds the name or the address of the person. */
        PERSONAL
    }

    private PasswordRule() {}

    /** Why it cannot be the password of this person; empty if it can. */
    public static Optional<Fault> faultOf(char[] password, String email, String firstName, String lastName) {
        if (password.length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (password.length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        String text = new String(password).toLowerCase(Locale.ROOT);
        if (text.chars().distinct().count() < LEAST_VARIETY || TRIED_FIRST.contains(text)) {
            return Optional.of(Fault.TOO_SIMPLE);
        }
        boolean personal = Stream.of(email.replaceAll("@.*", ""), firstName, lastName)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.length() >= SHORTEST_WORD && text.contains(word));
        return personal ? Optional.of(Fault.PERSONAL) : Optional.empty();
    }
}
