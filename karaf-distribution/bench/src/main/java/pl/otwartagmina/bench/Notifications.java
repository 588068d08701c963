package pl.otwartagmina.bench;

import static pl.otwartagmina.bench.Payments.millis;
import static pl.otwartagmina.bench.Payments.party;
import static pl.otwartagmina.bench.Payments.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import pl.otwartagmina.bench.plain.PlainPayments;

/** What a gateway's notifications cost: how many are booked in a second, and how long it waits for its answers. */
final class Notifications {
    /** The portal may take three times as long as the plain statements. */
    private static final double OF_BOOKING = 1 / 0.3;

    private static final int ROUND = 250;
    /** Requests of a gateway at a time. */
    private static final int CLIENTS = 8;

    private static final int A_SECOND = 500;
    private static final double MILLIS_TO_ANSWER = 50;

    private final PlainPayments portal;
    private final PlainCashiers.Source connections;
    private final Random random = new Random(7);

    Notifications(PlainPayments portal, PlainCashiers.Source connections) {
        this.portal = portal;
        this.connections = connections;
    }

    /**
     * @param count how many are booked on either side
     * @param seconds how long they come at an even rate
     */
    List<Figure> measure(int count, int seconds) throws SQLException, InterruptedException {
        Samples service = new Samples();
        Samples plain = new Samples();
        Samples answers = new Samples();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (Connection connection = connections.open();
                PlainCashiers cashiers = PlainCashiers.open(CLIENTS, connections)) {
            connection.setAutoCommit(false);
            for (int done = 0; done < count; done += ROUND) {
                List<String> ours = orders(connection, "a" + done, ROUND);
                List<String> theirs = orders(connection, "b" + done, ROUND);
                long began = System.nanoTime();
                all(clients, ours, order -> portal.notified(BenchGateway.paid(order)));
                workOff();
                service.add(millis(began) / ROUND);
                began = System.nanoTime();
                all(clients, theirs, cashiers::keep);
                cashiers.workOff();
                plain.add(millis(began) / ROUND);
            }
            load(clients, orders(connection, "c", A_SECOND * seconds), answers);
        } finally {
            clients.shutdownNow();
        }
        return List.of(
                Figure.against("a notification booked, median", "ms", service.median(), plain.median(), OF_BOOKING),
                Figure.alone("a notification booked, so that there are 1000 a second", "ms", service.median(), 1),
                Figure.alone(
                        "a notification answered while " + A_SECOND + " a second come and are booked, p99",
                        "ms",
                        answers.percentile(99),
                        MILLIS_TO_ANSWER));
    }

    /** Each is sent when it is due, however long the others take, and counts from then; meanwhile they are booked. */
    private void load(ExecutorService clients, List<String> orders, Samples answers) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService rounds = Executors.newSingleThreadExecutor();
        Future<?> booking = rounds.submit(() -> {
            while (portal.workOff() > 0 || !over.get()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        });
        long began = System.nanoTime();
        long apart = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            numbers.add(i);
        }
        all(clients, numbers, number -> {
            long due = began + number * apart;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            portal.notified(BenchGateway.paid(orders.get(number)));
            answers.add(millis(due));
        });
        over.set(true);
        done(booking);
        rounds.shutdown();
    }

    private void workOff() {
        while (portal.workOff() > 0) {
            // until none waits
        }
    }

    /** What is done for one of them. */
    private interface Client<T> {
        void send(T one) throws Exception;
    }

    /** Notifications come as a gateway sends them: several at a time. */
    private static <T> void all(ExecutorService clients, List<T> all, Client<T> client) throws InterruptedException {
        List<Callable<T>> sending = all.stream()
                .<Callable<T>>map(one -> () -> {
                    client.send(one);
                    return one;
                })
                .toList();
        for (Future<T> sent : clients.invokeAll(sending)) {
            done(sent);
        }
    }

    private static void done(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A notification was not kept or not booked", failed.getCause());
        }
    }

    /** Orders at the gateway, each of a due of its own. */
    private List<String> orders(Connection connection, String name, int count) throws SQLException {
        List<String> ids = new ArrayList<>();
        run(
                connection,
                "INSERT INTO payments_act VALUES ('" + name + "', '" + name + "', '', '" + name
                        + "', 'bench', '', '', 'pl', now(), now() + interval '1 day')");
        for (int i = 0; i < count; i++) {
            String id = name + "-" + i;
            ids.add(id);
            run(
                    connection,
                    "INSERT INTO payments_order VALUES ('" + id + "', '" + name + "', " + i + ", 'redirected', 131, '"
                            + id + "', 'https://bank.example/', NULL, NULL, 0, 0)");
            run(
                    connection,
                    "INSERT INTO payments_order_line VALUES ('" + id + "', 1, 'payments', 'D" + random.nextInt(10_000)
                            + "', '" + party(1) + "', 'Podatek', '34999999991234567890123456', 0, 0, 131)");
        }
        // as a server knows its tables that has run for a while, for both sides
        run(connection, "ANALYZE");
        connection.commit();
        return ids;
    }
}
