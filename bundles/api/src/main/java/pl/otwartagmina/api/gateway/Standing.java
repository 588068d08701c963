package pl.otwartagmina.api.gateway;

import java.time.Instant;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * How an order stands at the gateway.
 *
 * @param amount what was paid, or is to be paid, zero if the gateway does not know the order; all that was given back so far
 *     where the state is {@link State#REFUNDED}
 * @param paidAt when the payer's money left, if the gateway tells
 */
public record Standing(State state, Money amount, Optional<Instant> paidAt) {
    /** The gateway's states, in the portal's words. */
    public enum State {
        /** The gateway does not know the order. */
        UNKNOWN,
        /** The payer has not paid yet. */
        OPEN,
        /** The payer has paid; whether the money comes is not certain yet. */
        PENDING,
        /** Paid, and waits for {@link PaymentGateway#ask} to take it. */
        PAID,
        /** The money is the gmina's. */
        CONFIRMED,
        /** It was refused, given up or ran out, and will not be paid any more. */
        FAILED,
        /** Confirmed before, and given back, wholly or in part. */
        REFUNDED
    }
}
