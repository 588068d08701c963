package pl.otwartagmina.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Upgrades of a module under a steady stream of requests for its page. */
final class Upgrades {
    private static final int REQUESTS_PER_SECOND = 200;
    private static final int SESSIONS = 20;

    private final Server portal;
    private final AtomicInteger requests = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Resident> residents = new ArrayList<>();

    private Upgrades(Server portal) {
        this.portal = portal;
    }

    static List<Figure> measure(Places places, Server portal, int upgrades) throws IOException, InterruptedException {
        return new Upgrades(portal).measure(new VendorModule(places), places, upgrades);
    }

    private List<Figure> measure(VendorModule module, Places places, int upgrades)
            throws IOException, InterruptedException {
        Samples times = new Samples();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(SESSIONS);
        double rate;
        try (OperatorConsole console = new OperatorConsole(portal)) {
            console.run("module:install " + module.kar("1.0.0"));
            console.run("module:enable " + VendorModule.ID);
            for (int i = 0; i < SESSIONS; i++) {
                residents.add(new Resident());
            }
            long period = TimeUnit.SECONDS.toNanos(SESSIONS) / REQUESTS_PER_SECOND;
            for (int i = 0; i < SESSIONS; i++) {
                clock.scheduleAtFixedRate(residents.get(i), i * period / SESSIONS, period, TimeUnit.NANOSECONDS);
            }
            long began = System.nanoTime();
            for (int i = 1; i <= upgrades; i++) {
                console.run("module:install " + module.kar("1.0." + i));
                long start = System.nanoTime();
                console.run("module:upgrade " + VendorModule.ID);
                times.add((System.nanoTime() - start) / 1e6);
            }
            rate = requests.get() * 1e9 / (System.nanoTime() - began);
        } finally {
            clock.shutdown();
            clock.awaitTermination(30, TimeUnit.SECONDS);
        }
        int failed = failures.size();
        long lost = residents.stream().filter(Resident::isLost).count();
        failures.stream().distinct().limit(5).forEach(reason -> Bench.say("  failed: " + reason));
        residents.forEach(Resident::leave);
        long stayed = portal.loaded(places, VendorModule.SERVICE) - 1;
        try (OperatorConsole console = new OperatorConsole(portal)) {
            console.run("module:remove " + VendorModule.ID);
        }
        return List.of(
                Figure.known("upgrade of a module, median of " + upgrades, "ms", times.median()),
                Figure.known("requests a second during the upgrades", "", rate),
                Figure.alone("failed requests of " + requests.get() + " during the upgrades", "", failed, 0),
                Figure.alone("lost sessions of " + SESSIONS, "", lost, 0),
                Figure.alone("class loaders of old versions after " + upgrades + " upgrades", "", stayed, 0));
    }

    /** One session that asks for the page by its address and inside its window, in turns. */
    private final class Resident implements Runnable {
        private final Visitor visitor = new Visitor(portal.address());
        private int turn;

        Resident() throws IOException, InterruptedException {
            visitor.open("");
        }

        @Override
        public void run() {
            requests.incrementAndGet();
            try {
                switch (turn++ % 4) {
                    case 0, 2 -> visitor.page("e/" + VendorModule.ID);
                    case 1 -> {
                        String shown = visitor.navigate("e/" + VendorModule.ID);
                        if (!shown.contains(VendorModule.TEXT)) {
                            failures.add("the module's page was not shown, but " + shown);
                        }
                    }
                    default -> visitor.navigate("");
                }
            } catch (IOException e) {
                failures.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isLost() {
            try {
                visitor.navigate("");
                return !visitor.navigate("e/" + VendorModule.ID).contains(VendorModule.TEXT);
            } catch (IOException e) {
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        void leave() {
            try {
                visitor.navigate("");
                visitor.close();
            } catch (IOException gone) {
                // counted as lost already
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
