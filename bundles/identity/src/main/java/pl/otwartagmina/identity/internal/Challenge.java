package pl.otwartagmina.identity.internal;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A question to an authenticator: kept with the window that asked, gone with its session, and good once. */
public final class Challenge {
    private static final int BYTES = 32;

    private final byte[] value = new byte[BYTES];
    private final AtomicBoolean answered = new AtomicBoolean();

    Challenge() {
        new SecureRandom().nextBytes(value);
    }

    /** What the authenticator is to sign. */
    byte[] value() {
        return value.clone();
    }

    /** The same, for whoever looks at the answer; there is no second answer. */
    Optional<byte[]> take() {
        return answered.compareAndSet(false, true) ? Optional.of(value()) : Optional.empty();
    }
}
