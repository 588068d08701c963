package pl.otwartagmina.identity.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password hashed by Argon2id (RFC 9106), in the text form of the PHC:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
public record PasswordHash(Strength strength, byte[] salt, byte[] hash) {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT = 16;
    private static final int HASH = 32;

    /**
     * What a guess costs.
     *
     * @param memory in KiB
     * @param passes over that memory
     * @param lanes that could be filled at the same time
     */
    public record Strength(int memory, int passes, int lanes) {
        /** What OWASP names as the least, 2025: 19 MiB, 2 passes. */
        public static final Strength USUAL = new Strength(19_456, 2, 1);

        public Strength {
            if (passes < 1 || lanes < 1 || memory < 8 * lanes || memory > 1 << 20) {
                throw new IllegalArgumentException(
                        "Argon2 takes at least 1 pass, 1 lane and 8 KiB of memory a lane, here at most 1 GiB");
            }
        }
    }

    /** A new hash of this password. */
    static PasswordHash of(char[] password, Strength strength) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(strength, salt, derive(password, strength, salt));
    }

    /** @throws IllegalArgumentException if it is not of the form; the text is not repeated */
    public static PasswordHash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a hash of Argon2id");
        }
        return new PasswordHash(
                new Strength(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3))),
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    boolean fits(char[] password) {
        return MessageDigest.isEqual(derive(password, strength, salt), hash);
    }

    /** The text form. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + strength.memory() + ",t=" + strength.passes() + ",p=" + strength.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(char[] password, Strength strength, byte[] salt) {
        ByteBuffer text = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[text.remaining()];
        text.get(bytes);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(strength.memory())
                .withIterations(strength.passes())
                .withParallelism(strength.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH];
        argon2.generateBytes(bytes, hash);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text.array(), (byte) 0);
        return hash;
    }
}
