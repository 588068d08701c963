package pl.otwartagmina.service.payments.internal.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;

/** Orders, their journal and the books; {@link Postings} write the latter two. */
public final class Orders {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int ACTS = 50;
    private static final String SELECT = "SELECT o.id, o.act, o.number, a.payer, a.mandate, a.email, a.address,"
            + " a.language, a.gateway, o.state, o.reference, o.page, a.created, a.expires, o.paid_at, l.source, l.due_id,"
            + " l.party_key, l.title, l.creditor, l.costs, l.interest, l.principal"
            + " FROM payments_order o JOIN payments_act a ON a.id = o.act"
            + " JOIN payments_order_line l ON l.order_id = o.id ";
    private static final String IN_ORDER = " ORDER BY a.created DESC, o.act, o.number, l.line";

    private final DuesTables tables;

    public Orders(DuesTables tables) {
        this.tables = tables;
    }

    /** Runs the work in one transaction. */
    public <T> T together(Supplier<T> work) {
        return tables.unit().sql(connection -> work.get());
    }

    /**
     * Writes down what somebody pays at once.
     *
     * @param request chosen by the payer's page: the same page sent twice is one act
     * @throws DatabaseUnavailable also if the payer's request is written down already
     */
    void create(String request, List<PaymentOrder> orders, Instant askAt) {
        tables.unit().sql(connection -> {
            Postings postings = new Postings(tables);
            insertAct(connection, request, orders.get(0));
            for (PaymentOrder order : orders) {
                insert(connection, order, askAt);
                postings.note(order.id(), new OrderEvent(order.created(), order.state(), OrderEvent.Cause.PAYER, ""));
            }
            postings.write();
            return orders;
        });
    }

    private static void insertAct(Connection connection, String request, PaymentOrder order) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO payments_act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, order.act());
            insert.setString(2, order.payer().account());
            insert.setString(3, order.payer().mandate());
            insert.setString(4, request);
            insert.setString(5, order.gateway());
            insert.setString(6, order.payer().email().orElse(""));
            insert.setString(7, order.payer().address());
            insert.setString(8, order.payer().language().toLanguageTag());
            Moments.set(insert, 9, order.created());
            Moments.set(insert, 10, order.expires());
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, PaymentOrder order, Instant askAt) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO payments_order VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, 0, 0)")) {
            insert.setString(1, order.id());
            insert.setString(2, order.act());
            insert.setInt(3, order.number());
            insert.setString(4, order.state().code());
            insert.setBigDecimal(5, order.amount().amount());
            insert.setString(6, order.reference());
            insert.setString(7, order.page().map(URI::toString).orElse(""));
            Moments.set(insert, 8, askAt);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO payments_order_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (OrderLine line : order.lines()) {
                insert.setString(1, order.id());
                insert.setInt(2, ++number);
                insert.setString(3, line.source());
                insert.setString(4, line.due());
                insert.setString(5, line.party().value());
                insert.setString(6, line.title());
                insert.setString(7, line.creditor().digits());
                insert.setBigDecimal(8, line.costs().amount());
                insert.setBigDecimal(9, line.interest().amount());
                insert.setBigDecimal(10, line.principal().amount());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The order of that id. */
    public Optional<PaymentOrder> find(String id) {
        return list("WHERE o.id = ?", id).stream().findFirst();
    }

    /**
     * The order, which nobody else changes until the transaction is over.
     *
     * @return empty if there is none of that id
     */
    public Optional<PaymentOrder> lock(String id) {
        return lock(Set.of(id)).stream().findFirst();
    }

    /** Those of these orders that there are, which nobody else changes until the transaction is over. */
    List<PaymentOrder> lock(Set<String> ids) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("UPDATE payments_order SET changes = changes + 1 WHERE id = ?")) {
                // always in one order, so that two who lock the same do not wait for each other for ever
                for (String id : new TreeSet<>(ids)) {
                    lock.setString(1, id);
                    lock.addBatch();
                }
                lock.executeBatch();
            }
            return list(new Query(SELECT + "WHERE ").in("o.id", ids));
        });
    }

    /** What somebody paid at once, in order; empty if it is not theirs. */
    public List<PaymentOrder> ofAct(String payer, String act) {
        return list("WHERE o.act = ? AND a.payer = ?", act, payer);
    }

    /** What somebody paid, last first; at most fifty acts. */
    public List<PaymentOrder> ofPayer(String payer) {
        return list(
                "WHERE o.act IN (SELECT id FROM payments_act WHERE payer = ? ORDER BY created DESC FETCH FIRST " + ACTS
                        + " ROWS ONLY)",
                payer);
    }

    /** What was written down for a payer's request; empty if nothing was. */
    List<PaymentOrder> ofRequest(String payer, String request) {
        return list("WHERE a.payer = ? AND a.request = ?", payer, request);
    }

    /** Ids of orders about which the gateway is to be asked by now, the longest waiting first. */
    public List<String> toAsk(Instant now, int most) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id FROM payments_order WHERE ask_at <= ? ORDER BY ask_at FETCH FIRST ? ROWS ONLY")) {
                Moments.set(select, 1, now);
                select.setInt(2, most);
                return strings(select);
            }
        });
    }

    /** When the gateway is to be asked next, and how often it was asked in vain. */
    public void askAgain(String id, Optional<Instant> at, int asked) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_order SET ask_at = ?, asked = ? WHERE id = ?")) {
                set(update, 1, at);
                update.setInt(2, asked);
                update.setString(3, id);
                return update.executeUpdate();
            }
        });
    }

    /** How often the gateway was asked about it in vain. */
    public int asked(String id) {
        return tables.unit().sql(connection -> new Query("SELECT asked FROM payments_order WHERE id = ?", id)
                .list(connection, row -> row.getInt(1)).stream().findFirst().orElse(0));
    }

    /** What the gateway calls it, and where the payer goes on. */
    public void opened(String id, String reference, URI page) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_order SET reference = ?, page = ? WHERE id = ?")) {
                update.setString(1, reference);
                update.setString(2, page.toString());
                update.setString(3, id);
                return update.executeUpdate();
            }
        });
    }

    /** All that happened to an order, in order. */
    public List<OrderEvent> journal(String id) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT happened, state, cause, detail FROM payments_journal WHERE order_id = ?", id)
                .add(" ORDER BY number")
                .list(
                        connection,
                        row -> new OrderEvent(
                                Moments.get(row, 1).orElseThrow(),
                                OrderState.ofCode(row.getString(2)),
                                OrderEvent.Cause.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getString(4))));
    }

    /** What was booked of an order. */
    public List<Booking> bookings(PaymentOrder order) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT line, costs, interest, principal, surplus, paid_on FROM payments_booking"
                                + " WHERE order_id = ? ORDER BY line",
                        order.id())
                .list(
                        connection,
                        row -> new Booking(
                                order.id(),
                                row.getInt(1),
                                order.lines().get(row.getInt(1) - 1),
                                new Money(row.getBigDecimal(2)),
                                new Money(row.getBigDecimal(3)),
                                new Money(row.getBigDecimal(4)),
                                new Money(row.getBigDecimal(5)),
                                row.getDate(6).toLocalDate())));
    }

    private List<PaymentOrder> list(String where, Object... values) {
        return list(new Query(SELECT + where, values));
    }

    private List<PaymentOrder> list(Query query) {
        return tables.unit().sql(connection -> {
            Map<String, PaymentOrder> orders = new LinkedHashMap<>();
            query.add(IN_ORDER).list(connection, Orders::order).forEach(row -> {
                PaymentOrder known = orders.get(row.id());
                orders.put(row.id(), known == null ? row : known.with(row.lines()));
            });
            return List.copyOf(orders.values());
        });
    }

    /** With the one line of this row. */
    private static PaymentOrder order(ResultSet row) throws SQLException {
        String page = row.getString("page");
        return new PaymentOrder(
                row.getString("id"),
                row.getString("act"),
                row.getInt("number"),
                new PaymentOrder.Payer(
                        row.getString("payer"),
                        row.getString("mandate"),
                        Optional.of(row.getString("email")).filter(email -> !email.isEmpty()),
                        row.getString("address"),
                        Locale.forLanguageTag(row.getString("language"))),
                row.getString("gateway"),
                List.of(line(row)),
                OrderState.ofCode(row.getString("state")),
                row.getString("reference"),
                Optional.of(page).filter(address -> !address.isEmpty()).map(URI::create),
                Moments.get(row, row.findColumn("created")).orElseThrow(),
                Moments.get(row, row.findColumn("expires")).orElseThrow(),
                Moments.get(row, row.findColumn("paid_at")));
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getString("source"),
                row.getString("due_id"),
                new PartyKey(row.getString("party_key")),
                row.getString("title"),
                new Nrb(row.getString("creditor")),
                new Money(row.getBigDecimal("costs")),
                new Money(row.getBigDecimal("interest")),
                new Money(row.getBigDecimal("principal")));
    }

    private static List<String> strings(PreparedStatement select) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                all.add(found.getString(1));
            }
        }
        return all;
    }

    static void set(PreparedStatement statement, int index, Optional<Instant> moment) throws SQLException {
        if (moment.isPresent()) {
            Moments.set(statement, index, moment.get());
        } else {
            statement.setNull(index, Types.TIMESTAMP);
        }
    }

    /** Whether a row of that key is there already. */
    static boolean isTaken(Throwable failure) {
        return failure.getCause() instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState());
    }
}
