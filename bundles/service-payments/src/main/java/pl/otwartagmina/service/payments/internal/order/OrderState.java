package pl.otwartagmina.service.payments.internal.order;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.otwartagmina.api.gateway.Standing;

/**
 * How an order stands. The gateway decides what was paid, not the portal: an order that the portal gave up is booked all
 * the same if its money comes.
 */
public enum OrderState {
    /** Written down; the gateway may know of it or not. */
    CREATED("created"),
    /** Open at the gateway; the payer was sent there. */
    REDIRECTED("redirected"),
    /** The payer has paid; the gateway waits for the money. */
    PENDING("pending"),
    /** The gateway has the money for the gmina. */
    CONFIRMED("confirmed"),
    /** Booked here, each due with its part. */
    BOOKED("booked"),
    /** The gateway refused it, or the payer did. */
    FAILED("failed"),
    /** Not paid in time. */
    EXPIRED("expired"),
    /** Given up by the payer in the portal. */
    CANCELLED("cancelled"),
    /** The office has asked the gateway to give it back. */
    REFUNDING("refunding"),
    /** Given back. */
    REFUNDED("refunded");

    private static final Set<OrderState> UNPAID = EnumSet.of(CREATED, REDIRECTED);
    private static final Set<OrderState> GIVEN_UP = EnumSet.of(FAILED, EXPIRED, CANCELLED);

    private final String code;

    OrderState(String code) {
        this.code = code;
    }

    /** The word for it in tables, message keys and files. */
    public String code() {
        return code;
    }

    /** The state of that code. */
    public static OrderState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No state of an order: " + code));
    }

    /** Whether an order may go from here to there. */
    public boolean mayBecome(OrderState next) {
        return next().contains(next);
    }

    private Set<OrderState> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(REDIRECTED, PENDING, CONFIRMED, FAILED, EXPIRED, CANCELLED);
            case REDIRECTED -> EnumSet.of(PENDING, CONFIRMED, FAILED, EXPIRED, CANCELLED);
            case PENDING -> EnumSet.of(CONFIRMED, FAILED);
            // money that comes after all
            case FAILED, EXPIRED, CANCELLED -> EnumSet.of(PENDING, CONFIRMED);
            case CONFIRMED -> EnumSet.of(BOOKED);
            case BOOKED -> EnumSet.of(REFUNDING, REFUNDED);
            case REFUNDING -> EnumSet.of(REFUNDED, BOOKED);
            case REFUNDED -> Collections.emptySet();
        };
    }

    /**
     * The states through which an order goes when the gateway says this of it. Whatever comes late, twice or in another
     * order ends in the same state.
     *
     * @return in order; empty if the gateway tells nothing new
     */
    public List<OrderState> after(Standing.State said) {
        return switch (said) {
            case UNKNOWN, OPEN -> List.of();
            case PENDING, PAID -> UNPAID.contains(this) || GIVEN_UP.contains(this) ? List.of(PENDING) : List.of();
            case CONFIRMED -> isMoneyHere() ? List.of() : List.of(CONFIRMED, BOOKED);
            case FAILED -> UNPAID.contains(this) || this == PENDING ? List.of(FAILED) : List.of();
            case REFUNDED -> refunded();
        };
    }

    private List<OrderState> refunded() {
        return switch (this) {
            case REFUNDED -> List.of();
            case BOOKED, REFUNDING -> List.of(REFUNDED);
            case CONFIRMED -> List.of(BOOKED, REFUNDED);
            // what was given back had been paid, so its place in the books is kept
            case CREATED, REDIRECTED, PENDING, FAILED, EXPIRED, CANCELLED -> List.of(CONFIRMED, BOOKED, REFUNDED);
        };
    }

    /** Whether the gmina has, or had, the money. */
    public boolean isMoneyHere() {
        return this == CONFIRMED || this == BOOKED || this == REFUNDING || this == REFUNDED;
    }

    /** Whether the payer has done their part and it is not booked yet. */
    public boolean isInProgress() {
        return this == PENDING || this == CONFIRMED;
    }

    /** The state in which the payer has not paid and need not wait. */
    public Optional<OrderState> givenUp() {
        return UNPAID.contains(this) ? Optional.of(CANCELLED) : Optional.empty();
    }
}
