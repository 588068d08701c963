package pl.otwartagmina.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long enabling and disabling take until an open browser shows it, against a jar dropped into {@code deploy/}. */
final class Switching {
    private static final String DEPLOY =
            """
            felix.fileinstall.dir = ${karaf.base}/deploy
            felix.fileinstall.tmpdir = ${karaf.data}/generated-bundles
            felix.fileinstall.poll = 1000
            felix.fileinstall.log.level = 3
            """;
    private static final double IN_BROWSER = 150;
    private static final double IN_SERVER = 100;
    private static final double OF_DEPLOY = 0.1;

    private final Server portal;
    private final OperatorConsole console;
    private final Browser browser;
    private final LinkedBlockingQueue<Long> pushes = new LinkedBlockingQueue<>();
    private int changes;

    private Switching(Server portal, OperatorConsole console, Browser browser) {
        this.portal = portal;
        this.console = console;
        this.browser = browser;
    }

    static List<Figure> measure(Places places, Server portal, int times) throws IOException, InterruptedException {
        try (OperatorConsole console = new OperatorConsole(portal);
                Browser browser = new Browser(portal.address())) {
            return new Switching(portal, console, browser).measure(places, times);
        }
    }

    private List<Figure> measure(Places places, int times) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(portal.address());
        visitor.open("");
        var unused = visitor.listen(message -> {
            if (message.contains("\"changes\":[{")) {
                pushes.add(System.nanoTime());
            }
        });
        browser.watch("payments");
        Samples[] shown = {new Samples(), new Samples()};
        Samples[] pushed = {new Samples(), new Samples()};
        int warmUp = Math.max(3, times / 10);
        for (int i = -warmUp; i < times; i++) {
            toggle("module:disable payments", i < 0 ? new Samples() : shown[0], i < 0 ? new Samples() : pushed[0]);
            toggle("module:enable payments", i < 0 ? new Samples() : shown[1], i < 0 ? new Samples() : pushed[1]);
        }
        Samples deploy = deployed(new VendorModule(places), Math.max(3, times / 10));
        return List.of(
                Figure.known("enable, until a browser shows it, median", "ms", shown[1].median()),
                Figure.alone("enable, until a browser shows it, p95", "ms", shown[1].percentile(95), IN_BROWSER),
                Figure.alone("enable, until the server pushed it, p95", "ms", pushed[1].percentile(95), IN_SERVER),
                Figure.known("disable, until a browser shows it, median", "ms", shown[0].median()),
                Figure.alone("disable, until a browser shows it, p95", "ms", shown[0].percentile(95), IN_BROWSER),
                Figure.alone("disable, until the server pushed it, p95", "ms", pushed[0].percentile(95), IN_SERVER),
                Figure.against(
                        "enable, against a jar in deploy/, median",
                        "ms",
                        shown[1].median(),
                        deploy.median(),
                        OF_DEPLOY));
    }

    private void toggle(String command, Samples shown, Samples pushed) throws IOException, InterruptedException {
        pushes.clear();
        long clock = System.currentTimeMillis();
        long began = System.nanoTime();
        console.run(command);
        Long push = pushes.poll(10, TimeUnit.SECONDS);
        if (push == null) {
            throw new IOException("Nothing was pushed after " + command);
        }
        pushed.add((push - began) / 1e6);
        shown.add(browser.awaitChange(++changes) - clock);
    }

    /** The framework's own directory watcher, as stock Karaf sets it up; this distribution has none. */
    private Samples deployed(VendorModule module, int times) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(portal.data().resolve("deploy"));
        Path settings = portal.data().resolve("etc/org.apache.felix.fileinstall-deploy.cfg");
        Samples samples = new Samples();
        Random random = new Random(1);
        browser.watch(VendorModule.ID);
        changes = 0;
        Files.writeString(settings, DEPLOY);
        try {
            for (int i = -1; i < times; i++) {
                // at any moment of the watcher's rhythm
                LockSupport.parkNanos((long) (random.nextDouble() * TimeUnit.SECONDS.toNanos(1)));
                // beside the folder first, so that the watcher never sees half a jar
                Path jar = Files.copy(
                        module.bundle("1.0.0"),
                        portal.data().resolve("probe.jar"),
                        StandardCopyOption.REPLACE_EXISTING);
                long clock = System.currentTimeMillis();
                Files.move(jar, folder.resolve("probe.jar"), StandardCopyOption.ATOMIC_MOVE);
                double took = browser.awaitChange(++changes) - clock;
                if (i >= 0) {
                    samples.add(took);
                }
                Files.delete(folder.resolve("probe.jar"));
                browser.awaitChange(++changes);
            }
        } finally {
            Files.deleteIfExists(settings);
        }
        return samples;
    }
}
