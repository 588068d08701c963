package pl.otwartagmina.identity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pl.otwartagmina.api.identity.Mandate;

/**
 * A mandate with all that is known of it.
 *
 * @param agent account of who acts; empty while an offer is not accepted
 * @param agentName as the principal or the clerk gave it, then as the account has it
 * @param basis what a clerk has seen, such as "odpis KRS 0000123456"; empty for one given in the portal
 * @param scan name of the file with the scan of that document, if there is one
 * @param offeredUntil until when an offer can be accepted
 * @param revokedAt when somebody ended it
 */
public record GrantedMandate(
        Mandate mandate,
        Optional<String> agent,
        String agentName,
        String basis,
        Optional<String> scan,
        Instant grantedAt,
        Optional<Instant> offeredUntil,
        Optional<Instant> revokedAt) {

    /** What it is now. */
    public enum State {
        /** Waits for the agent. */
        OFFERED,
        /** The agent did not accept it in time. */
        LAPSED,
        /** Will be in force. */
        FUTURE,
        IN_FORCE,
        /** Its last day has passed. */
        OVER,
        REVOKED
    }

    public State state(Instant now, LocalDate today) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        if (agent.isEmpty()) {
            return offeredUntil.filter(now::isBefore).isPresent() ? State.OFFERED : State.LAPSED;
        }
        if (today.isBefore(mandate.validFrom())) {
            return State.FUTURE;
        }
        return mandate.isInForce(today) ? State.IN_FORCE : State.OVER;
    }
}
