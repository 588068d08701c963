package pl.otwartagmina.service.payments.internal.store;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.service.payments.internal.order.GatewayEvent;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderEvent.Cause;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

/** Works off what gateways have notified: some at a time in one transaction, because to commit is what takes the time. */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final int WAITING = 100;
    private static final int TOGETHER = 25;
    /** So many failures at once are not the fault of the notifications. */
    private static final int PATIENCE = 3;

    private final Clock clock;
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
        this.clock = tables.clock();
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
        List<GatewayEvent> waiting = events.waiting(WAITING);
        int done = 0;
        for (int from = 0; from < waiting.size(); from += TOGETHER) {
            List<GatewayEvent> some = waiting.subList(from, Math.min(from + TOGETHER, waiting.size()));
            try {
                done += together(some);
            } catch (RuntimeException failure) {
                LOG.debug("One of {} notifications failed; they are worked off one by one", some.size(), failure);
                done += oneByOne(some);
            }
        }
        return done;
    }

    private int together(List<GatewayEvent> some) {
        // always in one order, lest two who work wait for each other; what is said of one order stays as it came
        List<GatewayEvent> sorted =
                some.stream().sorted(comparing(event -> event.notice().order())).toList();
        OpenDues open =
                modules.ask(sorted.stream().map(event -> event.notice().order()).collect(toSet()));
        orders.together(() -> sorted.stream()
                        .map(event -> hear(event, open))
                        .flatMap(Optional::stream)
                        .toList())
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

    private Optional<PaymentOrder> hear(GatewayEvent event, OpenDues open) {
        Optional<PaymentOrder> order = orders.lock(event.notice().order())
                .filter(known -> known.gateway().equals(event.gateway()));
        if (order.isPresent()) {
            listen(order.get(), event.notice().standing(), open);
        } else {
            books.alarm("payments.unknownOrder", event.notice().order(), event.gateway());
        }
        events.done(event, clock.instant());
        return order;
    }

    /** What a notification says, where it says enough; otherwise the gateway is asked at once. */
    private void listen(PaymentOrder order, Standing said, OpenDues open) {
        if (said.state() != Standing.State.REFUNDED) {
            books.apply(order, said, Cause.NOTIFICATION, open);
        }
        if (said.state() == Standing.State.REFUNDED || said.state() == Standing.State.PAID) {
            orders.askAgain(order.id(), Optional.of(clock.instant()), 0);
        }
    }
}
