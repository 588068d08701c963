package pl.otwartagmina.service.payments.internal.order;

import java.time.Instant;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * What the office gives back of an order (zwrot).
 *
 * @param id chosen by the clerk's page, known to the gateway: the same refund asked for twice is one
 * @param reason as the clerk gave it
 * @param clerk the account of who decided it; empty where it was given back at the gateway
 * @param written when it was written down
 * @param ended when it was done or failed
 * @param asked how often the gateway was asked for it in vain
 */
public record OfficeRefund(
        String id,
        String order,
        Money amount,
        String reason,
        String clerk,
        RefundState state,
        Instant written,
        Optional<Instant> ended,
        int asked) {
    /** Characters that a reason may have. */
    public static final int REASON = 300;

    public OfficeRefund {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A refund is more than nothing");
        }
        if (reason.length() > REASON) {
            throw new IllegalArgumentException("A reason has at most " + REASON + " characters");
        }
    }
}
