package pl.otwartagmina.shell.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody guesses, for addresses and cookies. */
public final class Token {
    /** What all of them look like: 256 bits, base64url without padding (RFC 4648). */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** A new one. */
    public static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
