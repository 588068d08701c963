package pl.otwartagmina.service.payments.internal.order;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;

/**
 * One payment at a gateway (zlecenie płatności). What a payer pays at once is one order, or one for each account where the
 * gateway wants it so; they share the {@code act}.
 *
 * @param id the portal's, known to the gateway
 * @param act what the payer did at once
 * @param number of the order in the act, from 1
 * @param payer who pays
 * @param gateway id of the gateway
 * @param lines what is paid, at least one
 * @param reference the gateway's id, empty as long as it is not known
 * @param page where the payer goes on, empty as long as it is not known
 * @param created when it was written down
 * @param expires until when it can be paid
 * @param paidAt when the payer's money left, once the gateway has told
 */
public record PaymentOrder(
        String id,
        String act,
        int number,
        Payer payer,
        String gateway,
        List<OrderLine> lines,
        OrderState state,
        String reference,
        Optional<URI> page,
        Instant created,
        Instant expires,
        Optional<Instant> paidAt) {
    public PaymentOrder {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order pays something");
        }
    }

    /** The same with these lines after its own. */
    public PaymentOrder with(List<OrderLine> more) {
        List<OrderLine> all = new ArrayList<>(lines);
        all.addAll(more);
        return new PaymentOrder(id, act, number, payer, gateway, all, state, reference, page, created, expires, paidAt);
    }

    /** The sum of the lines. */
    public Money amount() {
        return lines.stream().map(OrderLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * Who pays.
     *
     * @param account id of the account
     * @param mandate by which they act for somebody else, empty for their own
     * @param email where the gateway may write to, empty for nowhere
     * @param address of the browser
     * @param language that they read
     */
    public record Payer(String account, String mandate, Optional<String> email, String address, Locale language) {}
}
