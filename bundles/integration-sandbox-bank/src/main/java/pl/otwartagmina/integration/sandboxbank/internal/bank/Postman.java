package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.outside.Answer;
import pl.otwartagmina.outside.OutsideSystem;

/**
 * Brings notifications to the address that the gmina gave, over HTTP, signed; again after 1, 2, 4 … seconds, up to five
 * minutes, fifteen times in all. Several are under way at once, so they may overtake each other, as in life.
 */
final class Postman {
    static final String SIGNATURE = "Sandbox-Bank-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int BATCH = 20;
    private static final int WAYS = 4;
    private static final int MOST_ATTEMPTS = 15;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Longer than a whole batch takes if nobody answers. */
    private static final Duration LEASE = LIMIT.multipliedBy(BATCH / WAYS + 1);

    private final Unit unit;
    private final Clock clock;
    private final Agreement agreement;
    private final OutsideSystem roads;
    private final ExecutorService ways = Executors.newFixedThreadPool(WAYS, daemon("sandbox-bank-notifies"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("sandbox-bank"));
    private final AtomicBoolean hurried = new AtomicBoolean(true);

    Postman(Unit unit, Clock clock, Agreement agreement) {
        this.unit = unit;
        this.clock = clock;
        this.agreement = agreement;
        this.roads = new OutsideSystem(agreement.base(), LIMIT);
    }

    private static ThreadFactory daemon(String name) {
        return runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** @param before each round */
    void start(Runnable before) {
        timer.scheduleWithFixedDelay(() -> orTell(before), 1, 1, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(() -> orTell(this::deliver), 1, 1, TimeUnit.SECONDS);
        hurried.set(false);
    }

    void close() throws InterruptedException {
        timer.shutdownNow();
        ways.shutdownNow();
        if (!timer.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A notification is still under way; it leaves again after the next start");
        }
    }

    /** There is something new: once started, do not wait for the next second. */
    void hurry() {
        if (!hurried.compareAndSet(false, true)) {
            return;
        }
        try {
            timer.execute(() -> {
                hurried.set(false);
                orTell(this::deliver);
            });
        } catch (RejectedExecutionException closed) {
            hurried.set(false);
        }
    }

    private static void orTell(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failure) {
            LOG.warn("The sandbox bank tries again in a second: {}", failure.toString());
        }
    }

    /** Sends what is due, and waits until all of it was answered or given up for now. */
    void deliver() {
        int sent;
        do {
            sent = deliverSome();
        } while (sent == BATCH);
    }

    private int deliverSome() {
        List<Mailbag.Due> claimed = unit.sql(connection -> {
            Instant now = clock.instant();
            List<Mailbag.Due> mine = new ArrayList<>();
            for (Mailbag.Due due : Mailbag.due(connection, now, BATCH)) {
                if (Mailbag.claim(connection, due, now.plus(LEASE))) {
                    mine.add(due);
                }
            }
            return mine;
        });
        List<Future<?>> under = new ArrayList<>();
        for (Mailbag.Due due : claimed) {
            under.add(ways.submit(() -> deliver(due)));
        }
        for (Future<?> one : under) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                LOG.warn("A notification leaves again later: {}", String.valueOf(failure.getCause()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        return claimed.size();
    }

    private void deliver(Mailbag.Due due) {
        String answer = send(due);
        Instant now = clock.instant();
        boolean taken = answer.startsWith("2");
        boolean last = due.attempts() + 1 >= MOST_ATTEMPTS;
        unit.sql(connection -> {
            Mailbag.set(
                    connection,
                    due.nr(),
                    taken ? "DELIVERED" : last ? "GIVEN_UP" : "WAITING",
                    now.plus(pause(due.attempts())));
            Books.log(connection, due.orderId(), now, "notified, answer " + answer);
            return taken;
        });
    }

    private String send(Mailbag.Due due) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                SIGNATURE,
                agreement.sign(due.body().getBytes(StandardCharsets.UTF_8)));
        try {
            Answer answer =
                    roads.begin().call("POST", URI.create(due.address()).toString(), headers, Optional.of(due.body()));
            return String.valueOf(answer.status());
        } catch (IOException none) {
            return "none";
        }
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << attempts);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
