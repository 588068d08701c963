package pl.otwartagmina.integration.sandboxbank.internal.bank;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Notification;
import pl.otwartagmina.api.gateway.Order;
import pl.otwartagmina.api.gmina.Office;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.integration.sandboxbank.internal.SandboxBankPayments;

/** The bank on a web server, a portal that takes its notifications, and a clock that can be moved. */
final class Scene implements AutoCloseable {
    static final Nrb TAXES = new Nrb("61109010140000071219812874");
    static final Nrb WASTE = Nrb.ofBban("109010149999000240000021");

    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    int answer = 200;
    final List<Notification> received = Collections.synchronizedList(new ArrayList<>());
    final SandboxBankPayments gateway;
    final Agreement agreement;
    final Unit unit;
    Bank bank;

    private final HttpServer portal;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler context = new ServletContextHandler("/sandbox-bank");
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Office office = new GminaModrzewiny();
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    Scene(Database database, Path data, boolean testApi) throws Exception {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/notify", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Notification(
                    exchange.getRequestHeaders(),
                    body,
                    exchange.getRemoteAddress().getAddress().getHostAddress()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        portal.start();
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        agreement = new Agreement("demo", data, address(""), testApi);
        unit = database.open(UnitDefinition.of("sandboxbank", Bank.class));
        bank = new Bank(unit, clock, agreement);
        BankContext path = new BankContext(agreement);
        context.addServlet(new ServletHolder(new BankServlet(path, agreement, bank, office)), "/*");
        server.setHandler(context);
        server.start();
        gateway = new SandboxBankPayments(agreement, office);
    }

    @Override
    public void close() throws Exception {
        server.stop();
        portal.stop(0);
        bank.close();
    }

    /** The bank's process died; this is the next one, over the same books. */
    void restart() throws Exception {
        bank = new Bank(unit, clock, agreement);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String address(String path) {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/" + path;
    }

    Order order(String id, String title, Order.Share... shares) {
        return new Order(
                id,
                title,
                List.of(shares),
                Optional.empty(),
                "127.0.0.1",
                Locale.forLanguageTag("pl"),
                URI.create("https://portal.example/e/payments/back?order=" + id),
                URI.create("http://127.0.0.1:" + portal.getAddress().getPort() + "/notify"),
                Instant.parse("2026-11-22T12:15:00Z"));
    }

    Order order(String id) {
        return order(
                id,
                "Podatek i odpady",
                new Order.Share(TAXES, Money.of("1200.50"), "Podatek od nieruchomości"),
                new Order.Share(WASTE, Money.of("34.00"), "Odpady"));
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    HttpResponse<String> submit(URI address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** A program's post to a path of the test api. */
    HttpResponse<String> test(String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address("sandbox-bank/test/" + path)))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(
                json.isEmpty()
                        ? request.build()
                        : request.POST(BodyPublishers.ofString(json)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the portal believes of what came in, in the order in which it came. */
    List<Notice> notices() throws NotBelieved {
        List<Notice> notices = new ArrayList<>();
        for (Notification notification : List.copyOf(received)) {
            notices.add(gateway.read(notification));
        }
        return notices;
    }

    /** The office whose portal is the web server of the bank. */
    private final class GminaModrzewiny implements Office {
        @Override
        public String name(Locale locale) {
            return "Gmina Modrzewiny";
        }

        @Override
        public URI portal() {
            return URI.create(Scene.this.address(""));
        }

        @Override
        public String controller() {
            return "Wójt Gminy Modrzewiny";
        }

        @Override
        public String dataProtectionOfficer() {
            return "iod@modrzewiny.example";
        }
    }
}
