package pl.otwartagmina.identity.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * A phone that its owner has paired (sparowane urządzenie).
 *
 * @param id opaque and stable
 * @param account whose it is
 * @param name as the owner calls it
 * @param lock what unlocks it
 */
public record PairedDevice(
        String id, String account, String name, Lock lock, Instant pairedAt, Optional<Instant> usedAt) {
    /** Of a name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** What unlocks a device that is paired. */
    public sealed interface Lock {}

    /** A PIN that counts on this device only. */
    public record Pin(PasswordHash hash) implements Lock {}

    /** A key that the device keeps, and shows to nobody, behind a finger, a face or its own lock (WebAuthn). */
    public record ByPasskey(Passkey passkey) implements Lock {}

    /** Holds nothing that unlocks it. */
    @Override
    public String toString() {
        return "device " + id;
    }
}
