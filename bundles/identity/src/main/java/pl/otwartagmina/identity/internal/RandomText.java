package pl.otwartagmina.identity.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses, of letters that need no escaping in an address. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** @param bytes of randomness; each three make four characters */
    public static String of(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
