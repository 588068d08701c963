package pl.otwartagmina.identity.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app (TOTP, RFC 6238): HMAC-SHA-1, six digits, a new one every 30 seconds, which is what all apps
 * understand.
 *
 * @param secret shared with the app, in Base32 (RFC 4648) without padding
 */
public record Totp(String secret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTER_BITS = 5;
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULO = 1_000_000;
    /** A clock may be off by half a minute, and typing takes time. */
    private static final int STEPS_OFF = 1;

    /** A new secret of 160 bits. */
    public static Totp random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return of(bytes);
    }

    static Totp of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = buffer << Byte.SIZE | one & 0xff;
            bits += Byte.SIZE;
            while (bits >= LETTER_BITS) {
                bits -= LETTER_BITS;
                text.append(LETTERS.charAt(buffer >> bits & 0x1f));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt(buffer << LETTER_BITS - bits & 0x1f));
        }
        return new Totp(text.toString());
    }

    /**
     * The step of time that the code is of, at most one off from now.
     *
     * @param after only steps later than this one count
     */
    Optional<Long> step(String code, Instant now, long after) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - STEPS_OFF, present + STEPS_OFF)
                .filter(step -> step > after)
                .boxed()
                .filter(step -> code(step).equals(code))
                .findFirst();
    }

    /** The code of this moment. */
    public String code(Instant now) {
        return code(now.getEpochSecond() / STEP_SECONDS);
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(java.util.Locale.ROOT, "%06d", number % MODULO);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * LETTER_BITS / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.toCharArray()) {
            buffer = buffer << LETTER_BITS | LETTERS.indexOf(letter);
            bits += LETTER_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    /** Holds no secret. */
    @Override
    public String toString() {
        return "Totp";
    }
}
