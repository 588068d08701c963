package pl.otwartagmina.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a navigation costs the server, and how long a resident waits for it; portal and peer in turns. */
final class Navigation {
    private static final List<String> WAY = List.of("e/payments", "e/payments/accounts", "");
    private static final int THREADS = 2;
    private static final double PROCESSOR = 1.10;
    private static final double WAITING = 1.15;

    private final Server server;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Samples processor = new Samples();
    private final Samples waiting = new Samples();

    private Navigation(Server server, int sessions) throws IOException, InterruptedException {
        this.server = server;
        for (int i = 0; i < sessions; i++) {
            Visitor visitor = new Visitor(server.address());
            visitor.signIn();
            visitor.open("");
            visitors.add(visitor);
        }
    }

    static List<Figure> measure(Server portal, Server plain, int sessions, int rounds)
            throws IOException, InterruptedException, ExecutionException {
        Navigation ours = new Navigation(portal, sessions);
        Navigation theirs = new Navigation(plain, sessions);
        int warmUp = 1 + rounds / 3;
        for (int round = -warmUp; round < rounds; round++) {
            // who comes first changes, so that neither always finds the warmer machine
            for (Navigation next : round % 2 == 0 ? List.of(ours, theirs) : List.of(theirs, ours)) {
                next.round(round >= 0);
            }
        }
        ours.leave();
        theirs.leave();
        return List.of(
                Figure.against(
                        "processor per navigation, median",
                        "ms",
                        ours.processor.median(),
                        theirs.processor.median(),
                        PROCESSOR),
                Figure.compared("a navigation, median", "ms", ours.waiting.median(), theirs.waiting.median()),
                Figure.against(
                        "a navigation, p99",
                        "ms",
                        ours.waiting.percentile(99),
                        theirs.waiting.percentile(99),
                        WAITING));
    }

    /** Every visitor goes the whole way four times. */
    private void round(boolean counts) throws IOException, InterruptedException, ExecutionException {
        double before = server.processorMillis();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> going = new ArrayList<>();
            for (Visitor visitor : visitors) {
                going.add(threads.submit(() -> {
                    go(visitor, counts);
                    return null;
                }));
            }
            for (Future<?> one : going) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        if (counts) {
            processor.add((server.processorMillis() - before) / (visitors.size() * 4.0 * WAY.size()));
        }
    }

    private void go(Visitor visitor, boolean counts) throws IOException, InterruptedException {
        for (int i = 0; i < 4 * WAY.size(); i++) {
            long began = System.nanoTime();
            visitor.navigate(WAY.get(i % WAY.size()));
            if (counts) {
                waiting.add((System.nanoTime() - began) / 1e6);
            }
        }
    }

    private void leave() throws IOException, InterruptedException {
        for (Visitor visitor : visitors) {
            visitor.close();
        }
    }
}
