package pl.otwartagmina.integration.sandboxbank.internal.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.outside.StrictJson;

/**
 * The simulated bank: what it does is in its books, with the notifications about it, before anybody hears of it. So it knows
 * what was paid even if its process is killed.
 */
@Component(service = Bank.class)
public final class Bank {
    /** How the bank calls the gmina in its notifications. */
    public static final String MERCHANT = "gmina";

    private static final int BATCH = 100;
    private static final Duration BETWEEN_COPIES = Duration.ofSeconds(1);
    private static final Duration SHUFFLED_BY = Duration.ofSeconds(2);

    private final Unit unit;
    private final Clock clock;
    private final Postman postman;

    /** What became of a refund that somebody asked for. */
    enum Refunding {
        DONE,
        REFUSED,
        UNKNOWN_ORDER
    }

    @Activate
    public Bank(@Reference Database database, @Reference Clock clock, @Reference Agreement agreement) {
        this(database.open(UnitDefinition.of("sandboxbank", Bank.class)), clock, agreement);
        postman.start(this::expire);
    }

    Bank(Unit unit, Clock clock, Agreement agreement) {
        this.unit = unit;
        this.clock = clock;
        this.postman = new Postman(unit, clock, agreement);
    }

    @Deactivate
    void close() throws InterruptedException {
        postman.close();
        unit.close();
    }

    /** Sends what is due now. */
    void deliver() {
        postman.deliver();
    }

    /** The order as it is in the books: the one that was there before, if it was. */
    Entry register(Entry order) {
        return unit.sql(connection -> {
            Optional<Entry> before = Books.byId(connection, order.id());
            if (before.isPresent()) {
                return before.get();
            }
            Books.insert(connection, order);
            Books.log(connection, order.id(), clock.instant(), "registered, " + order.amount());
            return order;
        });
    }

    Optional<Entry> find(String id) {
        return unit.sql(connection -> Books.byId(connection, id));
    }

    Optional<Entry> byToken(String token) {
        return unit.sql(connection -> Books.byToken(connection, token));
    }

    /** The orders behind that number, the oldest first. */
    List<Entry> after(long nr, int limit) {
        return unit.sql(connection -> Books.after(connection, nr, limit));
    }

    List<String> log(String id) {
        return unit.sql(connection -> Books.log(connection, id));
    }

    /** Whether the bank is to fail this time when it is asked about the order. */
    boolean failsNow(String id) {
        return unit.sql(connection -> Books.failsNow(connection, id));
    }

    /** Whether the payer, by what was chosen, could still pay or refuse the order. */
    boolean settle(Entry order, boolean paid, String how, Trial trial) {
        Entry.State state = paid ? Entry.State.CONFIRMED : Entry.State.FAILED;
        boolean settled = unit.sql(connection -> settle(connection, order, state, how, trial));
        postman.hurry();
        return settled;
    }

    private boolean settle(Connection connection, Entry order, Entry.State state, String how, Trial trial)
            throws SQLException {
        Instant now = clock.instant();
        // what comes in after the end of an order is too late, even if nobody has noticed the end yet
        boolean late = state == Entry.State.CONFIRMED && !now.isBefore(order.expires());
        if (late || !Books.settle(connection, order.id(), state, now, trial.askFailures())) {
            return false;
        }
        Books.log(connection, order.id(), now, state + ", " + how);
        Instant leaves = now.plusSeconds(trial.delaySeconds());
        announce(connection, order, event(order, state.name(), order.amount(), now), trial, leaves);
        if (trial.shuffled()) {
            ObjectNode earlier = event(order, "PENDING", order.amount(), now);
            announce(connection, order, earlier, trial, leaves.plus(SHUFFLED_BY));
        }
        return true;
    }

    private static void announce(Connection connection, Entry order, ObjectNode event, Trial trial, Instant leaves)
            throws SQLException {
        for (int copy = 0; copy < trial.copies(); copy++) {
            Mailbag.insert(
                    connection,
                    order.id(),
                    event.toString(),
                    trial.lost() ? "LOST" : "WAITING",
                    leaves.plus(BETWEEN_COPIES.multipliedBy(copy)));
        }
    }

    private static ObjectNode event(Entry order, String state, Money amount, Instant now) {
        return StrictJson.object()
                .put("event", order.reference() + ":" + state)
                .put("merchant", MERCHANT)
                .put("order", order.id())
                .put("reference", order.reference())
                .put("state", state)
                .put("amount", Books.grosze(amount))
                .put("currency", "PLN")
                .put("at", now.toString());
    }

    /** Gives back once per id, and never more than was paid. */
    Refunding refund(String orderId, String id, Money amount, String reason) {
        Refunding done = unit.sql(connection -> refund(connection, orderId, id, amount, reason));
        postman.hurry();
        return done;
    }

    private Refunding refund(Connection connection, String orderId, String id, Money amount, String reason)
            throws SQLException {
        Books.lock(connection, orderId);
        Optional<Entry> found = Books.byId(connection, orderId);
        if (found.isEmpty()) {
            return Refunding.UNKNOWN_ORDER;
        }
        Optional<Books.Refunded> before = Books.refund(connection, id);
        if (before.isPresent()) {
            return before.get().equals(new Books.Refunded(orderId, amount)) ? Refunding.DONE : Refunding.REFUSED;
        }
        Entry order = found.get();
        Money left = order.amount().minus(order.refunded());
        if (order.state() != Entry.State.CONFIRMED || amount.compareTo(left) > 0) {
            return Refunding.REFUSED;
        }
        Instant now = clock.instant();
        Books.insertRefund(connection, id, orderId, amount, reason, now);
        Books.log(connection, orderId, now, "given back, " + amount);
        ObjectNode event = event(order, "REFUNDED", amount, now).put("event", order.reference() + ":REFUNDED:" + id);
        announce(connection, order, event, Trial.NONE, now);
        return Refunding.DONE;
    }

    /** Gives up orders that nobody has paid in time. */
    void expire() {
        Instant now = clock.instant();
        for (Entry order : unit.<List<Entry>>sql(connection -> Books.overdue(connection, now, BATCH))) {
            unit.sql(connection -> settle(connection, order, Entry.State.FAILED, "ran out", Trial.NONE));
        }
    }
}
