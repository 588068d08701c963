package pl.otwartagmina.service.payments.internal.store;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderEvent.Cause;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.RefundShare;
import pl.otwartagmina.service.payments.internal.order.RefundState;

/** Moves orders on, writes their journal and books what was paid; always within a transaction that holds the order. */
final class Bookkeeper {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final DuesTables tables;
    private final Orders orders;
    private final OpenDues imported;
    private final Audit audit;
    private final RefundBook refunds;
    private final Alarms alarms;

    Bookkeeper(DuesTables tables, Orders orders, Audit audit) {
        this.tables = tables;
        this.orders = orders;
        this.imported = new ImportedDues(tables);
        this.audit = audit;
        this.refunds = new RefundBook(tables);
        this.alarms = new Alarms(tables);
    }

    /**
     * What the gateway says of an order, and all that follows from it.
     *
     * @param modules what is open of dues of other modules
     */
    void apply(PaymentOrder order, Standing said, Cause cause, OpenDues modules) {
        if (said.state() == Standing.State.REFUNDED) {
            // what was given back had come before
            apply(order, new Standing(Standing.State.CONFIRMED, order.amount(), said.paidAt()), cause, modules);
            givenBackOutside(orders.find(order.id()).orElseThrow(), said.amount());
            return;
        }
        List<OrderState> path = order.state().after(said.state());
        boolean confirms = path.contains(OrderState.CONFIRMED) && said.state() == Standing.State.CONFIRMED;
        if (confirms && !said.amount().equals(order.amount())) {
            orders.note(
                    order.id(), entry(order.state(), Cause.AMOUNT, said.amount().toString()));
            alarm("payments.amount", order.id(), order.gateway());
            return;
        }
        for (OrderState next : path) {
            if (next == OrderState.CONFIRMED) {
                // before it moves: what is open must be told without this order
                List<Booking> bookings = bookings(order, said, modules);
                move(order, next, cause, "", said.paidAt());
                orders.book(bookings, clock().instant());
            } else {
                move(order, next, cause, "", said.paidAt());
            }
        }
        if (path.contains(OrderState.BOOKED)) {
            audit.record(
                    tables.unit(),
                    AuditRecord.by(order.payer().account(), Origin.PORTAL, "payments.booked", "order", order.id()));
        }
    }

    /** What was given back at the gateway without the portal; a refund of the portal's is followed up by itself. */
    private void givenBackOutside(PaymentOrder order, Money total) {
        if (order.state() != OrderState.BOOKED) {
            return;
        }
        Money known = givenBack(order);
        Money all = total.compareTo(order.amount()) > 0 ? order.amount() : total;
        Money more = all.minus(known);
        if (more.isPositive()) {
            Instant now = clock().instant();
            OfficeRefund refund = new OfficeRefund(
                    UUID.randomUUID().toString(), order.id(), more, "", "", RefundState.DONE, now, Optional.of(now), 0);
            refunds.insert(refund, RefundShare.of(more, orders.bookings(order), refunds.shares(order.id())));
            gaveBack(order, more);
        }
    }

    /** A refund was done: the order is refunded if nothing is left of it, otherwise it stays booked. */
    void gaveBack(PaymentOrder order, Money amount) {
        boolean whole = givenBack(order).equals(order.amount());
        if (whole || order.state() != OrderState.BOOKED) {
            move(order, whole ? OrderState.REFUNDED : OrderState.BOOKED, Cause.REFUND, amount.toString());
        } else {
            orders.note(order.id(), entry(OrderState.BOOKED, Cause.REFUND, amount.toString()));
        }
    }

    private Money givenBack(PaymentOrder order) {
        return refunds.of(order.id()).stream()
                .filter(refund -> refund.state() == RefundState.DONE)
                .map(OfficeRefund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private List<Booking> bookings(PaymentOrder order, Standing said, OpenDues modules) {
        Instant paidAt = said.paidAt().or(order::paidAt).orElseGet(clock()::instant);
        LocalDate day = paidAt.atZone(WARSAW).toLocalDate();
        // always in one order, so that two payments of the same dues do not wait for each other for ever
        return IntStream.range(0, order.lines().size())
                .boxed()
                .sorted(comparing(i -> order.lines().get(i).source() + " "
                        + order.lines().get(i).due()))
                .map(i -> {
                    OrderLine line = order.lines().get(i);
                    OpenDues.Open open = open(order, line, modules);
                    return Booking.of(order.id(), i + 1, line, open.all(), open.costs(), day);
                })
                .toList();
    }

    /** What the due needs, this order left out of account: dues of the tax system count what is under way, modules' do not. */
    private OpenDues.Open open(PaymentOrder order, OrderLine line, OpenDues modules) {
        boolean ofModule = !line.source().equals(Dues.SOURCE);
        Money own = order.state().isInProgress() && !ofModule ? line.costs().plus(line.principal()) : Money.ZERO;
        return (ofModule ? modules : imported)
                .of(line.source(), line.due())
                .map(known -> new OpenDues.Open(known.all().plus(own).orZero(), known.costs()))
                .orElseGet(() -> new OpenDues.Open(line.costs().plus(line.principal()), line.costs()));
    }

    void move(PaymentOrder order, OrderState next, Cause cause, String detail) {
        move(order, next, cause, detail, Optional.empty());
    }

    private void move(PaymentOrder order, OrderState next, Cause cause, String detail, Optional<Instant> paidAt) {
        orders.move(order.id(), entry(next, cause, detail), paidAt);
    }

    OrderEvent entry(OrderState state, Cause cause, String detail) {
        return new OrderEvent(clock().instant(), state, cause, detail);
    }

    void alarm(String action, String order, String gateway) {
        tables.unit().sql(connection -> {
            alarms.raise(action.substring(action.indexOf('.') + 1), order, gateway, clock().instant());
            audit.record(
                    tables.unit(),
                    AuditRecord.by(AuditRecord.VISITOR, Origin.PORTAL, action, "order", order)
                            .because(gateway)
                            .with(AuditRecord.Result.REFUSED));
            return action;
        });
    }

    private Clock clock() {
        return tables.clock();
    }
}
