package pl.otwartagmina.service.payments.internal;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gateway.GatewayRefused;
import pl.otwartagmina.api.gateway.GatewayUnavailable;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.store.Cashier;

/**
 * Keeps the cashier going: works off notifications as they come and whatever waited when the portal stopped, asks gateways
 * about orders of which they tell nothing, and tells modules what was paid of their dues.
 */
@Component(service = CashierRounds.class)
public final class CashierRounds {
    private static final Logger LOG = LoggerFactory.getLogger(CashierRounds.class);
    private static final int SECONDS = 5;
    /** A gateway may take twenty seconds for an answer; others are asked meanwhile. */
    private static final int ASKING = 4;

    private final Cashier cashier;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(named("payments-rounds"));
    private final ExecutorService asking = Executors.newFixedThreadPool(ASKING, named("payments-asking"));
    private final AtomicBoolean hurrying = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean telling = new AtomicBoolean();

    @Activate
    public CashierRounds(@Reference Cashier cashier) {
        this.cashier = cashier;
        rounds.scheduleWithFixedDelay(this::round, 0, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() throws InterruptedException {
        rounds.shutdown();
        asking.shutdownNow();
        if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
            rounds.shutdownNow();
        }
    }

    /** Something has come that waits to be worked off. Returns at once. */
    public void hurry() {
        if (!rounds.isShutdown() && hurrying.compareAndSet(false, true)) {
            rounds.execute(this::round);
        }
    }

    /** Sends an order to its gateway, or asks how it stands if it is there already. Returns at once. */
    public void goOn(PaymentOrder order, Consumer<Going> then) {
        asking.execute(() -> then.accept(go(order)));
    }

    /** Where an order goes on. */
    public sealed interface Going {
        /** At the gateway. */
        record There(URI page) implements Going {}

        /** Nowhere now; it can be tried again. */
        record Later() implements Going {}

        /** Nowhere: the gateway does not take it. */
        record Never() implements Going {}
    }

    private Going go(PaymentOrder order) {
        try {
            return new Going.There(cashier.send(order));
        } catch (GatewayRefused refusal) {
            LOG.info("Order {} is refused: {}", order.id(), refusal.getMessage());
            return new Going.Never();
        } catch (GatewayUnavailable | RuntimeException failure) {
            LOG.warn("Order {} could not be sent: {}", order.id(), failure.toString());
            return new Going.Later();
        }
    }

    /** Somebody has come back from the gateway: it is asked at once. Returns at once. */
    public void askNow(PaymentOrder order) {
        asking.execute(() -> question(order.id(), cashier::ask));
    }

    /** A refund was written down: its gateway hears of it at once. Returns at once. */
    public void giveBack(String refund) {
        asking.execute(() -> question(refund, cashier::giveBack));
    }

    private void round() {
        hurrying.set(false);
        try {
            while (cashier.workOff() > 0) {
                // more may have come
            }
            // those that are being asked are not asked a second time
            if (asked.get() == 0) {
                cashier.toAsk().forEach(id -> later(id, cashier::ask));
                cashier.refunds().due().forEach(id -> later(id, cashier::giveBack));
            }
            tellModules();
        } catch (RuntimeException failure) {
            LOG.warn("Payments wait; tried again in {} seconds: {}", SECONDS, failure.toString());
        }
    }

    /** Not on the thread of the rounds: a module may take its time, and notifications go on meanwhile. */
    private void tellModules() {
        if (telling.compareAndSet(false, true)) {
            asking.execute(() -> {
                try {
                    cashier.tellings().tell();
                } catch (RuntimeException failure) {
                    LOG.warn("Modules are told later: {}", failure.toString());
                } finally {
                    telling.set(false);
                }
            });
        }
    }

    private void later(String id, Consumer<String> question) {
        asked.incrementAndGet();
        asking.execute(() -> {
            try {
                question(id, question);
            } finally {
                asked.decrementAndGet();
            }
        });
    }

    private static void question(String id, Consumer<String> question) {
        try {
            question.accept(id);
        } catch (RuntimeException failure) {
            LOG.warn("Order or refund {} waits: {}", id, failure.toString());
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
