package pl.otwartagmina.service.payments.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.api.gateway.Refund;
import pl.otwartagmina.api.gateway.Refunding;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.AskingTimes;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.OrderEvent.Cause;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.RefundShare;
import pl.otwartagmina.service.payments.internal.order.RefundState;

/**
 * Gives back (zwroty). A refund is written down, and the order is in refunding, before the gateway hears of it; the gateway
 * gets the refund's id and gives back once, however often it is asked. So the portal may stop anywhere: what is under way is
 * asked for again until the gateway says how it ended.
 */
public final class Refunds {
    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);
    private static final int BATCH = 20;

    private final DuesTables tables;
    private final Orders orders;
    private final RefundBook refunds;
    private final Bookkeeper books;
    private final Audit audit;
    private final OutsideOrders outside;

    /** Why a refund is not written down. */
    public enum Refusal {
        /** There is no money of this order, or all of it was given back. */
        NOT_BOOKED("not-booked"),
        /** Another refund of this order is under way. */
        UNDER_WAY("under-way"),
        /** It is more than is left of what was paid. */
        TOO_MUCH("too-much");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** The word for it in message keys. */
        public String code() {
            return code;
        }
    }

    Refunds(DuesTables tables, Orders orders, Bookkeeper books, Audit audit, OutsideOrders outside) {
        this.tables = tables;
        this.orders = orders;
        this.refunds = new RefundBook(tables);
        this.books = books;
        this.audit = audit;
        this.outside = outside;
    }

    /** All refunds of an order, first come first. */
    public List<OfficeRefund> of(String order) {
        return refunds.of(order);
    }

    /** What of an order can still be given back. */
    public Money left(PaymentOrder order) {
        if (order.state() != OrderState.BOOKED) {
            return Money.ZERO;
        }
        return order.amount()
                .minus(refunds.shares(order.id()).stream()
                        .map(RefundShare::amount)
                        .reduce(Money.ZERO, Money::plus));
    }

    /**
     * Writes down what a clerk gives back. The gateway does not know of it yet: {@link #goOn} tells it.
     *
     * @param id a UUID chosen by the clerk's page: the same page sent twice is one refund
     * @param reason required
     * @return why it was not written down; empty if it was, now or before
     */
    public Optional<Refusal> write(UUID id, String order, Money amount, String reason, Acting clerk) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Nothing is given back without a reason");
        }
        return orders.together(() -> {
            PaymentOrder now = orders.lock(order).orElseThrow();
            if (refunds.find(id.toString()).isPresent()) {
                return Optional.empty();
            }
            Optional<Refusal> refusal = refusal(now, amount);
            if (refusal.isEmpty()) {
                OfficeRefund refund = new OfficeRefund(
                        id.toString(),
                        order,
                        amount,
                        reason.strip(),
                        clerk.person().map(Person::id).orElseThrow(),
                        RefundState.WANTED,
                        tables.clock().instant(),
                        Optional.empty(),
                        0);
                refunds.insert(refund, RefundShare.of(amount, orders.bookings(now), refunds.shares(order)));
                books.move(now, OrderState.REFUNDING, Cause.CLERK, amount.toString());
                audit.record(
                        tables.unit(),
                        AuditRecord.of(clerk, "payments.refund", "order", order)
                                .because(amount + ": " + reason.strip()));
            }
            return refusal;
        });
    }

    private Optional<Refusal> refusal(PaymentOrder order, Money amount) {
        if (order.state() == OrderState.REFUNDING) {
            return Optional.of(Refusal.UNDER_WAY);
        }
        if (order.state() != OrderState.BOOKED) {
            return Optional.of(Refusal.NOT_BOOKED);
        }
        return amount.compareTo(left(order)) > 0 ? Optional.of(Refusal.TOO_MUCH) : Optional.empty();
    }

    /** Ids of the refunds that {@link #goOn} should go on with by now. */
    public List<String> due() {
        return refunds.due(tables.clock().instant(), BATCH);
    }

    /**
     * Asks the gateway for a refund, or how it stands, and writes down what it says.
     *
     * @return the order, if something has changed
     */
    public Optional<PaymentOrder> goOn(String id) {
        OfficeRefund refund = refunds.find(id).orElseThrow();
        if (!refund.state().isOpen()) {
            return Optional.empty();
        }
        PaymentOrder order = orders.find(refund.order()).orElseThrow();
        try {
            // the clerk's reason may name a person, so it stays here
            Refunding said = outside.gateway(order)
                    .refund(outside.of(order), order.reference(), new Refund(id, refund.amount(), "Zwrot z portalu"));
            switch (said) {
                case DONE -> end(refund, RefundState.DONE, "");
                case FAILED -> end(refund, RefundState.FAILED, "");
                case PENDING -> wait(refund, RefundState.PENDING);
            }
        } catch (GatewayRefused refusal) {
            end(refund, RefundState.FAILED, Cashier.text(refusal));
        } catch (GatewayUnavailable failure) {
            LOG.info("Refund {} waits for {}: {}", id, order.gateway(), failure.getMessage());
            if (refund.asked() == 0) {
                books.note(order, Cause.UNAVAILABLE, Cashier.text(failure));
            }
            wait(refund, refund.state());
        }
        return orders.find(refund.order());
    }

    private void wait(OfficeRefund refund, RefundState state) {
        Instant again = tables.clock().instant().plus(AskingTimes.pause(refund.asked()));
        orders.together(() -> {
            orders.lock(refund.order());
            refunds.goesOn(refund, state, again);
            return again;
        });
    }

    private void end(OfficeRefund refund, RefundState state, String detail) {
        orders.together(() -> {
            PaymentOrder order = orders.lock(refund.order()).orElseThrow();
            if (refunds.find(refund.id()).filter(one -> one.state().isOpen()).isEmpty()) {
                return order;
            }
            refunds.ends(refund, state, tables.clock().instant());
            if (state == RefundState.DONE) {
                books.gaveBack(order, refund.amount());
            } else {
                books.move(order, OrderState.BOOKED, Cause.REFUSAL, detail);
                books.alarm("payments.refundFailed", order.id(), order.gateway());
            }
            audit.record(
                    tables.unit(),
                    AuditRecord.by(refund.clerk(), Origin.PORTAL, "payments.refunded", "order", order.id())
                            .because(refund.amount().toString())
                            .with(state == RefundState.DONE ? AuditRecord.Result.DONE : AuditRecord.Result.FAILED));
            // somebody may have given back at the gateway meanwhile
            orders.askAgain(order.id(), Optional.of(tables.clock().instant()), 0);
            return order;
        });
    }
}
