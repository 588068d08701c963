package pl.otwartagmina.service.payments.internal.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.service.payments.internal.order.GatewayEvent;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderEvent.Cause;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

/**
 * Works off what gateways have notified: some at a time in one transaction, because statements and commits are what takes
 * the time.
 */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final int WAITING = 100;
    private static final int TOGETHER = 25;
    /** So many failures at once are not the fault of the notifications. */
    private static final int PATIENCE = 3;

    private final DuesTables tables;
    private final Orders orders;
    private final GatewayEvents events;
    private final Bookkeeper books;
    private final ModuleBooks modules;
    private final Consumer<PaymentOrder> tell;

    /** @param tell hears of each order to which something has happened */
    Hearing(
            DuesTables tables,
            Orders orders,
            GatewayEvents events,
            Bookkeeper books,
            ModuleBooks modules,
            Consumer<PaymentOrder> tell) {
        this.tables = tables;
        this.orders = orders;
        this.events = events;
        this.books = books;
        this.modules = modules;
        this.tell = tell;
    }

    /**
     * Works off what waits; a notification that fails keeps no other waiting.
     *
     * @return how many
     */
    int workOff() {
        int done = 0;
        for (List<GatewayEvent> some : batches(events.waiting(WAITING))) {
            try {
                done += together(some);
            } catch (RuntimeException failure) {
                LOG.debug("One of {} notifications failed; they are worked off one by one", some.size(), failure);
                done += oneByOne(some);
            }
        }
        return done;
    }

    /** So many at a time, and never two about one order: the later hears what became of the earlier. */
    private static List<List<GatewayEvent>> batches(List<GatewayEvent> waiting) {
        List<List<GatewayEvent>> batches = new ArrayList<>();
        Map<String, Integer> firstFree = new HashMap<>();
        for (GatewayEvent event : waiting) {
            int at = firstFree.getOrDefault(event.notice().order(), 0);
            while (at < batches.size() && batches.get(at).size() == TOGETHER) {
                at++;
            }
            if (at == batches.size()) {
                batches.add(new ArrayList<>());
            }
            batches.get(at).add(event);
            firstFree.put(event.notice().order(), at + 1);
        }
        return batches;
    }

    private int together(List<GatewayEvent> some) {
        Set<String> ids = some.stream().map(event -> event.notice().order()).collect(toSet());
        OpenDues open = modules.ask(ids);
        tables.batch(connection -> hear(connection, some, orders.lock(ids), open))
                .forEach(tell);
        return some.size();
    }

    private int oneByOne(List<GatewayEvent> some) {
        int done = 0;
        int failed = 0;
        for (GatewayEvent event : some) {
            try {
                done += together(List.of(event));
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Notification {} of {} waits: {}", event.notice().event(), event.gateway(), failure.toString());
                if (++failed >= PATIENCE && done == 0) {
                    throw failure;
                }
            }
        }
        return done;
    }

    /** @return the orders of which they speak */
    private List<PaymentOrder> hear(
            Connection connection, List<GatewayEvent> some, List<PaymentOrder> held, OpenDues modules)
            throws SQLException {
        Map<String, PaymentOrder> known = held.stream().collect(toMap(PaymentOrder::id, order -> order));
        Set<String> paid = some.stream()
                .filter(event -> event.notice().standing().state() == Standing.State.CONFIRMED)
                .map(event -> event.notice().order())
                .collect(toSet());
        OpenDues open = books.readAhead(
                held.stream().filter(order -> paid.contains(order.id())).toList(), modules);
        Postings postings = new Postings(tables);
        List<PaymentOrder> heard = new ArrayList<>();
        for (GatewayEvent event : some) {
            PaymentOrder order = known.get(event.notice().order());
            if (order != null && order.gateway().equals(event.gateway())) {
                listen(order, event.notice().standing(), open, postings);
                heard.add(order);
            } else {
                books.alarm("payments.unknownOrder", event.notice().order(), event.gateway());
            }
        }
        // what follows is written row by row
        Planning.ONCE.begin(connection);
        postings.write();
        events.done(some, tables.clock().instant());
        return heard;
    }

    /** What a notification says, where it says enough; otherwise the gateway is asked at once. */
    private void listen(PaymentOrder order, Standing said, OpenDues open, Postings postings) {
        if (said.state() != Standing.State.REFUNDED) {
            books.post(order, said, Cause.NOTIFICATION, open, postings);
        }
        if (said.state() == Standing.State.REFUNDED || said.state() == Standing.State.PAID) {
            orders.askAgain(order.id(), Optional.of(tables.clock().instant()), 0);
        }
    }
}
