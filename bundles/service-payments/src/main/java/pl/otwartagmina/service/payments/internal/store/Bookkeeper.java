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
    private final Audit audit;
    private final RefundBook refunds;
    private final Alarms alarms;

    Bookkeeper(DuesTables tables, Orders orders, Audit audit) {
        this.tables = tables;
        this.orders = orders;
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
        boolean refunded = said.state() == Standing.State.REFUNDED;
        // what was given back had come before
        Standing arrived = refunded ? new Standing(Standing.State.CONFIRMED, order.amount(), said.paidAt()) : said;
        Postings postings = new Postings(tables);
        post(order, arrived, cause, new ImportedDues(tables, modules), postings);
        postings.write();
        if (refunded) {
            givenBackOutside(orders.find(order.id()).orElseThrow(), said.amount());
        }
    }

    /** What is open of all that is paid by these orders and by no other; held until the transaction is over. */
    OpenDues readAhead(List<PaymentOrder> paid, OpenDues modules) {
        ImportedDues open = new ImportedDues(tables, modules);
        open.readAhead(paid.stream().flatMap(order -> order.lines().stream()).toList());
        return open;
    }

    /**
     * What the gateway says of an order that is not refunded, to be written with other orders'.
     *
     * @param open dues of the tax system and of other modules
     */
    void post(PaymentOrder order, Standing said, Cause cause, OpenDues open, Postings postings) {
        List<OrderState> path = order.state().after(said.state());
        if (path.contains(OrderState.CONFIRMED)) {
            if (!said.amount().equals(order.amount())) {
                postings.note(
                        order.id(),
                        entry(order.state(), Cause.AMOUNT, said.amount().toString()));
                alarm("payments.amount", order.id(), order.gateway());
                return;
            }
            postings.book(bookings(order, said, open, postings));
        }
        for (OrderState next : path) {
            postings.move(order.id(), entry(next, cause, ""), said.paidAt());
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
            note(order, Cause.REFUND, amount.toString());
        }
    }

    private Money givenBack(PaymentOrder order) {
        return refunds.of(order.id()).stream()
                .filter(refund -> refund.state() == RefundState.DONE)
                .map(OfficeRefund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private List<Booking> bookings(PaymentOrder order, Standing said, OpenDues open, Postings postings) {
        Instant paidAt = said.paidAt().or(order::paidAt).orElseGet(clock()::instant);
        LocalDate day = paidAt.atZone(WARSAW).toLocalDate();
        if (order.lines().stream().anyMatch(line -> postings.bookOf(line.source(), line.due()))) {
            // what is open now is told by the tables only once they know of it
            postings.write();
        }
        // always in one order, so that two payments of the same dues do not wait for each other for ever
        return IntStream.range(0, order.lines().size())
                .boxed()
                .sorted(comparing(i -> order.lines().get(i).source() + " "
                        + order.lines().get(i).due()))
                .map(i -> {
                    OrderLine line = order.lines().get(i);
                    OpenDues.Open due = open(order, line, open);
                    return Booking.of(order.id(), i + 1, line, due.all(), due.costs(), day);
                })
                .toList();
    }

    /** What the due needs, this order left out of account: dues of the tax system count what is under way, modules' do not. */
    private static OpenDues.Open open(PaymentOrder order, OrderLine line, OpenDues open) {
        boolean counted = order.state().isInProgress() && line.source().equals(Dues.SOURCE);
        Money own = counted ? line.costs().plus(line.principal()) : Money.ZERO;
        return open.of(line.source(), line.due())
                .map(known -> new OpenDues.Open(known.all().plus(own).orZero(), known.costs()))
                .orElseGet(() -> new OpenDues.Open(line.costs().plus(line.principal()), line.costs()));
    }

    /** An order goes on, and nothing is booked. */
    void move(PaymentOrder order, OrderState next, Cause cause, String detail) {
        Postings postings = new Postings(tables);
        postings.move(order.id(), entry(next, cause, detail), Optional.empty());
        postings.write();
    }

    /** Something happens to an order that stays as it is. */
    void note(PaymentOrder order, Cause cause, String detail) {
        Postings postings = new Postings(tables);
        postings.note(order.id(), entry(order.state(), cause, detail));
        postings.write();
    }

    private OrderEvent entry(OrderState state, Cause cause, String detail) {
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
