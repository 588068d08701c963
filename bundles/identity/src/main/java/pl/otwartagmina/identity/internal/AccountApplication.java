package pl.otwartagmina.identity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An application for an account (wniosek o założenie konta), by somebody who cannot or does not want to register alone.
 *
 * @param message what the applicant adds, may be empty
 * @param decidedAt when a clerk decided
 * @param reason why it was refused, empty otherwise
 */
public record AccountApplication(
        String id,
        NewAccount applicant,
        String message,
        Instant askedAt,
        State state,
        Optional<Instant> decidedAt,
        String reason) {
    /** Of message and reason, in characters. */
    public static final int LONGEST = 1000;

    private static final int DAYS = 14;
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** What it is now. */
    public enum State {
        /** Waits for a clerk. */
        NEW,
        GRANTED,
        REFUSED
    }

    /** The last day for an answer. */
    public LocalDate deadline() {
        return LocalDate.ofInstant(askedAt, WARSAW).plusDays(DAYS);
    }
}
