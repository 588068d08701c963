package pl.otwartagmina.identity.internal.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody asks to be erased (art. 17 RODO).
 *
 * @param decidedBy id of the account of the person of the office
 * @param reason why it was refused, empty otherwise
 */
public record ErasureRequest(
        String id,
        String account,
        State state,
        Instant askedAt,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        String reason) {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** How far it has come. */
    public enum State {
        NEW,
        /** Granted; some module has not erased its part yet, and it is run again until all have. */
        IN_PROGRESS,
        DONE,
        REFUSED;

        /** Whether something is left to be done. */
        public boolean isOpen() {
            return this == NEW || this == IN_PROGRESS;
        }
    }

    /** The day by which the person must have an answer: within a month (art. 12 (3) RODO). */
    public LocalDate deadline() {
        return LocalDate.ofInstant(askedAt, WARSAW).plusMonths(1);
    }
}
