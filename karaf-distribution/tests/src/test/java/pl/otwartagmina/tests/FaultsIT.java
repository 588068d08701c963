package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Payments in a portal that is killed at a step of each, with a bank whose notifications are lost, repeated, late and out of
 * order. Afterwards the books of both are compared by {@link BooksChecker}.
 *
 * <p>It takes its time, so it is no part of all tests: {@code ./portal test --faults} takes every step on both databases, and
 * proves the checker by planted bugs. With {@code -Dportal.faults=some} the seed chooses two steps. The seed is told where
 * something fails, and can be given.
 */
@EnabledIfSystemProperty(named = FaultsIT.WANTED, matches = "some|all")
@RunningPortal
class FaultsIT {
    static final String WANTED = "portal.faults";
    private static final boolean ALL = "all".equals(System.getProperty(WANTED));
    private static final long SEED = Long.getLong("portal.faults.seed", System.nanoTime() % 1_000_000);
    private static final int CHOSEN = 2;
    /** More than a payment has. */
    private static final int MOST = 200;

    private static final Pattern ORDER =
            Pattern.compile("\"order\":\"([^\"]+)\",\"reference\":\"[^\"]*\",\"state\":\"([A-Z]+)\"");

    private final Random random = new Random(SEED);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data = PortalExtension.dataFolder();

    @Test
    void on_derby_each_zloty_is_booked_once(Browser browser) throws Exception {
        try (FaultyPortal portal = new FaultyPortal(data, "")) {
            payAndKill(portal, browser);
        }
        assertThat(check(derby())).as("seed %d", SEED).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = WANTED, matches = "all")
    void on_postgresql_each_zloty_is_booked_once(Browser browser) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (FaultyPortal portal = new FaultyPortal(data, "", "--db", url)) {
                payAndKill(portal, browser);
            }
            assertThat(check(url)).as("seed %d", SEED).isEmpty();
        }
    }

    /**
     * The planted bugs: a notification that was worked off is worked off again, the portal takes what it knows for news, and
     * nothing in the tables stands in its way.
     */
    @Test
    @EnabledIfSystemProperty(named = WANTED, matches = "all")
    void the_checker_finds_what_is_booked_twice(Browser browser) throws Exception {
        try (FaultyPortal portal = new FaultyPortal(data, FaultAgent.CARELESS)) {
            portal.close();
            sql("ALTER TABLE payments_refund_line DROP CONSTRAINT payments_refund_line_booking");
            sql("ALTER TABLE payments_booking DROP CONSTRAINT payments_booking_pk");
            portal.startAgain();
            String order = begin(portal, browser);
            pay(portal, order, "{}");
            Until.holds("booked", Duration.ofSeconds(30), () -> unsettled(portal, browser)
                    .isEmpty());
            portal.close();
            assertThat(check(derby())).isEmpty();
            sql("UPDATE payments_event SET done = NULL");
            portal.startAgain();
            Until.holds("booked again", Duration.ofSeconds(60), () -> confirmations(portal, browser, order) == 2);
        }
        assertThat(check(derby()))
                .anyMatch(fault -> fault.startsWith("a line of a booked order that is not booked exactly once"))
                .anyMatch(fault -> fault.startsWith("the bank took 100 grosze"));
        sql("UPDATE payments_order SET state = 'pending'");
        assertThat(check(derby())).anyMatch(fault -> fault.startsWith("paid at the bank, not booked"));
    }

    /** How often the journal says that the order was confirmed. */
    private static int confirmations(FaultyPortal portal, Browser browser, String order) {
        Visitor clerk = browser.visitor(portal.portal(), Visitor.DESK).signsIn("urzad", "urzad");
        clerk.opens("/e/payments/clerk/order/" + order);
        int count = clerk.page()
                .getByText("Potwierdzona", new Page.GetByTextOptions().setExact(true))
                .count();
        clerk.page().context().close();
        return count;
    }

    private void payAndKill(FaultyPortal portal, Browser browser) {
        int steps = steps(portal, browser);
        List<Integer> chosen = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            chosen.add(step);
        }
        if (!ALL) {
            Collections.shuffle(chosen, random);
            chosen = chosen.subList(0, CHOSEN);
        }
        for (int step : chosen) {
            portal.arm(step);
            try {
                pay(portal, begin(portal, browser), trial());
                Until.holds("killed at step " + step, Duration.ofSeconds(20), portal::isDead);
            } catch (PlaywrightException | AssertionError | IOException died) {
                if (!portal.dies()) {
                    // a lost notification: there were fewer steps this time
                    portal.arm(0);
                    continue;
                }
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            portal.startAgain();
            payOpenOrders(portal);
        }
        // where the notification is lost and the bank fails when it is asked, the portal asks after 1, 1, 2 and 5
        // minutes
        Until.holds("everything is settled", Duration.ofMinutes(12), () -> unsettled(portal, browser)
                .isEmpty());
    }

    /** How many steps a payment has that nothing disturbs. */
    private int steps(FaultyPortal portal, Browser browser) {
        portal.arm(MOST);
        try {
            pay(portal, begin(portal, browser), "{}");
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        Until.holds("the undisturbed payment is booked", Duration.ofSeconds(60), () -> unsettled(portal, browser)
                .isEmpty());
        int steps = portal.passed();
        assertThat(steps).isBetween(8, MOST - 1);
        return steps;
    }

    /** Chooses a due and goes to the bank. */
    private String begin(FaultyPortal portal, Browser browser) {
        Visitor visitor = browser.visitor(portal.portal(), Visitor.DESK).signsIn();
        browser.expect(".*");
        visitor.opens("/e/payments")
                .page()
                .locator("tbody vaadin-checkbox")
                .first()
                .click();
        visitor.named(AriaRole.BUTTON, Pattern.compile("^Zapłać$")).click();
        var amount = visitor.page().getByRole(AriaRole.TEXTBOX).first();
        amount.fill("1,00");
        amount.press("Tab");
        visitor.page().getByText("Razem do zapłaty: 1,00").waitFor();
        visitor.named(AriaRole.BUTTON, "Przejdź do płatności").click();
        visitor.page().waitForURL(Pattern.compile("/sandbox-bank/pay/"));
        List<String[]> orders = ledger(portal);
        return orders.get(orders.size() - 1)[0];
    }

    private void pay(FaultyPortal portal, String order, String trial) throws IOException, InterruptedException {
        int status = client.send(
                        HttpRequest.newBuilder(
                                        URI.create(portal.portal().url("/sandbox-bank/test/orders/" + order + "/pay")))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(trial))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isIn(200, 409);
    }

    /** What goes wrong with notifications this time. */
    private String trial() {
        return String.format(
                Locale.ROOT,
                "{\"delaySeconds\":%d,\"lost\":%b,\"copies\":%d,\"shuffled\":%b,\"askFailures\":%d}",
                random.nextInt(3),
                // the portal asks after a minute, and then after two
                ALL && random.nextInt(5) == 0,
                1 + random.nextInt(3),
                random.nextBoolean(),
                random.nextInt(3));
    }

    /** People at the bank do not know that the gmina's portal was away. */
    private void payOpenOrders(FaultyPortal portal) {
        for (String[] order : ledger(portal)) {
            if (order[1].equals("OPEN")) {
                try {
                    pay(portal, order[0], trial());
                } catch (IOException | InterruptedException failure) {
                    throw new AssertionError(failure);
                }
            }
        }
    }

    /** Orders that are paid at the bank, and that the payer does not see as paid. */
    private List<String> unsettled(FaultyPortal portal, Browser browser) {
        long paid = ledger(portal).stream()
                .filter(order -> order[1].equals("CONFIRMED"))
                .count();
        Visitor visitor = browser.visitor(portal.portal(), Visitor.DESK).signsIn();
        visitor.opens("/e/payments/history");
        long booked = visitor.page().locator("tbody tr").allInnerTexts().stream()
                .filter(row -> row.contains("Zapłacona"))
                .count();
        visitor.page().context().close();
        return booked == paid ? List.of() : List.of(booked + " of " + paid);
    }

    private List<String[]> ledger(FaultyPortal portal) {
        try {
            Matcher orders = ORDER.matcher(client.send(
                            HttpRequest.newBuilder(URI.create(portal.portal().url("/sandbox-bank/test/ledger")))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
            return orders.results()
                    .map(order -> new String[] {order.group(1), order.group(2)})
                    .toList();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private String derby() {
        return "jdbc:derby:" + data.resolve("data/db");
    }

    private List<String> check(String url) throws SQLException {
        try (Connection connection = open(url)) {
            return BooksChecker.check(connection);
        } finally {
            letGo(url);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = open(derby())) {
            connection.createStatement().executeUpdate(statement);
        } finally {
            letGo(derby());
        }
    }

    private static Connection open(String url) throws SQLException {
        // Derby would write it beside the sources
        System.setProperty("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
        return DriverManager.getConnection(url);
    }

    /** Lets the portal have it again. */
    private static void letGo(String url) {
        if (url.startsWith("jdbc:derby:")) {
            try {
                DriverManager.getConnection(url + ";shutdown=true");
            } catch (SQLException down) {
                assertThat(down.getMessage()).contains("shutdown");
            }
        }
    }
}
