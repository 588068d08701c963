package pl.otwartagmina.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a session keeps in the heap while it shows a page. */
final class Memory {
    private static final double GOAL = 1.05;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("home", "");
        PAGES.put("sign-in form", "logowanie");
        PAGES.put("dues list", "e/payments");
    }

    private Memory() {}

    static List<Figure> measure(Places places, Server portal, Server plain, int sessions)
            throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        for (var page : PAGES.entrySet()) {
            boolean signedIn = !page.getValue().equals("logowanie");
            // caches are filled by the first few
            perSession(places, portal, page.getValue(), signedIn, 5);
            perSession(places, plain, page.getValue(), signedIn, 5);
            double ours = perSession(places, portal, page.getValue(), signedIn, sessions);
            double theirs = perSession(places, plain, page.getValue(), signedIn, sessions);
            figures.add(Figure.against("live heap of a session, " + page.getKey(), "KiB", ours, theirs, GOAL));
        }
        return figures;
    }

    private static double perSession(Places places, Server server, String path, boolean signedIn, int sessions)
            throws IOException, InterruptedException {
        long before = server.liveBytes(places);
        for (int i = 0; i < sessions; i++) {
            Visitor visitor = new Visitor(server.address());
            if (signedIn) {
                visitor.signIn();
            }
            visitor.open(path);
        }
        return (server.liveBytes(places) - before) / 1024.0 / sessions;
    }
}
