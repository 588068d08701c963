package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Makes a browser work for about a second before a form is taken: nothing to see or to solve for a person, and too dear for
 * whoever would send thousands of forms.
 *
 * <p>The browser looks for a number that, behind a text that the server has invented for this one form, gives a SHA-256 with
 * so many zero bits at its beginning. The text stays on the server, and is good once.
 */
final class ProofOfWork {
    static final int BITS = 15;

    private static final String SCRIPT = Script.read("proof-of-work.js");
    private static final int TEXT_BYTES = 16;

    private final String text;

    ProofOfWork() {
        byte[] random = new byte[TEXT_BYTES];
        new SecureRandom().nextBytes(random);
        text = HexFormat.of().formatHex(random);
    }

    /** Tells, under the lock of the window, whether the browser has done its work. */
    static void ask(Component form, Consumer<Boolean> answer) {
        ProofOfWork work = new ProofOfWork();
        form.getElement()
                .executeJs(SCRIPT, work.text, BITS)
                .then(Integer.class, number -> answer.accept(work.isDone(number)), failure -> answer.accept(false));
    }

    String text() {
        return text;
    }

    boolean isDone(int number) {
        return number >= 0 && zeros(sha256(text + ":" + number)) >= BITS;
    }

    private static int zeros(byte[] hash) {
        int zeros = 0;
        for (byte one : hash) {
            int leading = Integer.numberOfLeadingZeros(one & 0xff) - (Integer.SIZE - Byte.SIZE);
            zeros += leading;
            if (leading < Byte.SIZE) {
                break;
            }
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
