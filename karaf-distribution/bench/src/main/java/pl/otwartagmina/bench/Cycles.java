package pl.otwartagmina.bench;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;

/** A module that is switched off and on again and again, with sessions open: whether it gets slower, whether anything stays. */
final class Cycles {
    private static final String SERVICE = "pl.otwartagmina.service.payments.PaymentsService";
    private static final double SLOWER = 1.1;
    private static final int SESSIONS = 10;

    private Cycles() {}

    static List<Figure> measure(Places places, Server portal, int cycles) throws IOException, InterruptedException {
        List<WebSocket> open = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Visitor visitor = new Visitor(portal.address());
            visitor.signIn();
            visitor.open(i % 2 == 0 ? "" : "e/payments");
            open.add(visitor.listen(message -> {}));
        }
        Samples times = new Samples();
        try (OperatorConsole console = new OperatorConsole(portal)) {
            for (int i = 0; i < cycles; i++) {
                long began = System.nanoTime();
                console.run("module:disable payments");
                console.run("module:enable payments");
                times.add((System.nanoTime() - began) / 1e6);
            }
        }
        long stayed = portal.loaded(places, SERVICE) - 1;
        open.forEach(WebSocket::abort);
        int window = Math.min(10, cycles / 3);
        // one cycle is at the mercy of the machine, so ten around the tenth and the last ten
        Samples tenth = times.part(10 - window / 2, 10 + window / 2);
        Samples last = times.part(cycles - window, cycles);
        return List.of(
                Figure.alone("class loaders of old modules after " + cycles + " cycles", "", stayed, 0),
                Figure.against(
                        "the last cycles against those around the tenth", "ms", last.median(), tenth.median(), SLOWER));
    }
}
