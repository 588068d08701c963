package pl.otwartagmina.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From nothing to the first whole page: at the very first start and at every later one. */
final class ColdStart {
    private static final double GOAL = 1.5;

    private final Places places;
    private final Samples first = new Samples();
    private final Samples plainFirst = new Samples();
    private final Samples later = new Samples();
    private final Samples plainLater = new Samples();
    private final Samples plainArchived = new Samples();
    private final Samples command = new Samples();

    private ColdStart(Places places) {
        this.places = places;
    }

    static List<Figure> measure(Places places, int rounds) throws IOException, InterruptedException {
        ColdStart starts = new ColdStart(places);
        Path portal = places.work().resolve("start-portal");
        Path plain = places.work().resolve("start-plain");
        starts.portal(portal, starts.first);
        starts.plain(plain, starts.plainFirst);
        // both make their archive of classes when they end
        String archive = places.work().resolve("plain.jsa").toString();
        starts.portal(portal, new Samples());
        starts.plain(plain, new Samples(), "-XX:ArchiveClassesAtExit=" + archive);
        for (int i = 0; i < rounds; i++) {
            starts.portal(portal, starts.later);
            starts.plain(plain, starts.plainLater);
            starts.plain(plain, starts.plainArchived, "-XX:SharedArchiveFile=" + archive);
        }
        return List.of(
                Figure.compared(
                        "very first start to first page", "s", starts.first.median(), starts.plainFirst.median()),
                Figure.known("./portal run to first page, prepared", "s", starts.command.median()),
                Figure.against(
                        "cold start to first page, median",
                        "s",
                        starts.later.median(),
                        starts.plainLater.median(),
                        GOAL),
                Figure.compared(
                        "the same, the peer with an archive of its classes too",
                        "s",
                        starts.later.median(),
                        starts.plainArchived.median()));
    }

    private void portal(Path data, Samples samples) throws IOException, InterruptedException {
        try (Server server = Server.portal(places, data)) {
            samples.add(server.secondsToFirstPage());
            if (samples == later) {
                command.add(server.secondsFromCommand());
            } else {
                DemoData.await(server);
            }
        }
    }

    private void plain(Path data, Samples samples, String... options) throws IOException, InterruptedException {
        try (Server server = Server.plain(places, data, options)) {
            samples.add(server.secondsToFirstPage());
            if (samples == plainFirst) {
                DemoData.await(server);
            }
        }
    }
}
