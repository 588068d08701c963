package pl.otwartagmina.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * {@code ./portal bench [start] [navigation] [memory] [switching] [cycles] [upgrades] [signins] [payments] [--quick]}: all
 * of them if none is named. It starts its own portal and its own peer on free ports of this machine and stops them.
 */
public final class Bench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Set<String> NAMES = new TreeSet<>(
            Set.of("start", "navigation", "memory", "switching", "cycles", "upgrades", "signins", "payments"));

    /** As many as in the demo. */
    private static final int TAXPAYERS = 12_000;

    private static final int FEW_TAXPAYERS = 500;

    private final Places places;
    private final Set<String> names;
    private final boolean quick;
    private final List<Figure> figures = new ArrayList<>();

    private Bench(Places places, Set<String> names, boolean quick) {
        this.places = places;
        this.names = names;
        this.quick = quick;
    }

    /** The script passes where it is, where the distribution is and where to keep results, then its own arguments. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments).subList(3, arguments.length);
        Set<String> names = new TreeSet<>(words);
        boolean quick = names.remove("--quick");
        if (!NAMES.containsAll(names)) {
            names.removeAll(NAMES);
            say("portal: there is no benchmark " + String.join(", ", names) + ", only " + String.join(", ", NAMES));
            System.exit(1);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        Path work = Files.createTempDirectory("portal-bench");
        try {
            Places places = new Places(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Path.of(arguments[2]),
                    work,
                    quick ? FEW_TAXPAYERS : TAXPAYERS);
            new Bench(places, names.isEmpty() ? NAMES : names, quick).run();
            delete(work);
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException failure) {
            say("portal: the benchmark broke off; what its servers logged is in " + work);
            failure.printStackTrace(OUT);
            System.exit(1);
        }
        // the SSH client's threads would keep the machine waiting
        System.exit(0);
    }

    static void say(String line) {
        OUT.println(line);
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        Files.writeString(places.logging(), ".level = WARNING\nhandlers = java.util.logging.ConsoleHandler\n");
        if (names.contains("start")) {
            say("Cold starts");
            keep("start", ColdStart.measure(places, quick ? 1 : 5));
        }
        if (names.contains("signins")) {
            say("Signing in");
            keep("signins", SignIns.measure(places, quick ? 30 : 200));
        }
        if (names.contains("payments")) {
            say("Payments");
            keep("payments", Payments.measure(places, quick));
        }
        if (!Set.of("start", "signins", "payments").containsAll(names)) {
            onRunningServers();
        }
        OUT.print(new Report(figures).table());
    }

    private void onRunningServers() throws IOException, InterruptedException, ExecutionException {
        say("Starting the portal and its peer");
        try (Server portal = Server.portal(places, places.work().resolve("portal"));
                Server plain = Server.plain(places, places.work().resolve("plain"))) {
            DemoData.await(portal);
            DemoData.await(plain);
            if (names.contains("switching")) {
                say("Enabling and disabling");
                keep("switching", Switching.measure(places, portal, quick ? 10 : 100));
            }
            if (names.contains("cycles")) {
                say("Many cycles");
                keep("cycles", Cycles.measure(places, portal, quick ? 30 : 200));
            }
            if (names.contains("upgrades")) {
                say("Upgrades under load");
                keep("upgrades", Upgrades.measure(places, portal, quick ? 5 : 50));
            }
            if (names.contains("navigation")) {
                say("Navigations");
                keep("navigation", Navigation.measure(portal, plain, quick ? 10 : 30, quick ? 4 : 10));
            }
            // last, because its sessions stay and every change of a module is pushed to all of them
            if (names.contains("memory")) {
                say("Memory of sessions");
                keep("memory", Memory.measure(places, portal, plain, quick ? 40 : 200));
            }
        }
    }

    /** At once, lest the failure of a later one takes it along. */
    private void keep(String name, List<Figure> measured) throws IOException {
        figures.addAll(measured);
        Path folder = quick ? places.results().resolve("quick") : places.results();
        new Report(measured).keep(folder.resolve(name + ".json"), quick);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
