package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.value.Money;

/** The statements over the bank's tables, apart from those of notifications. */
final class Books {
    private static final String SELECT =
            "SELECT nr, id, reference, token, title, grosze, state, language, back, notify,"
                    + " expires, settled_at, (SELECT COALESCE(SUM(r.grosze), 0) FROM sandboxbank_refund r"
                    + " WHERE r.order_id = o.id) FROM sandboxbank_order o WHERE ";

    /** A refund in the books. */
    record Refunded(String orderId, Money amount) {}

    private Books() {}

    static void insert(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sandboxbank_order (id, reference, token,"
                        + " title, grosze, state, language, back, notify, expires, settled_at, ask_failures)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            insert.setString(1, entry.id());
            insert.setString(2, entry.reference());
            insert.setString(3, entry.token());
            insert.setString(4, entry.title());
            insert.setLong(5, grosze(entry.amount()));
            insert.setString(6, entry.state().name());
            insert.setString(7, entry.language().getLanguage());
            insert.setString(8, entry.back().toString());
            insert.setString(9, entry.notifications().toString());
            Moments.set(insert, 10, entry.expires());
            insert.setNull(11, Types.TIMESTAMP);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sandboxbank_share (order_id, nr, account, grosze, title) VALUES (?, ?, ?, ?, ?)")) {
            int nr = 0;
            for (Entry.Share share : entry.shares()) {
                insert.setString(1, entry.id());
                insert.setInt(2, ++nr);
                insert.setString(3, share.account());
                insert.setLong(4, grosze(share.amount()));
                insert.setString(5, share.title());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static Optional<Entry> byId(Connection connection, String id) throws SQLException {
        return one(connection, "o.id = ?", id);
    }

    static Optional<Entry> byToken(Connection connection, String token) throws SQLException {
        return one(connection, "o.token = ?", token);
    }

    private static Optional<Entry> one(Connection connection, String where, String value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            select.setString(1, value);
            return entries(connection, select).stream().findFirst();
        }
    }

    /** The orders behind that number, the oldest first. */
    static List<Entry> after(Connection connection, long nr, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "o.nr > ? ORDER BY o.nr FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, nr);
            select.setInt(2, limit);
            return entries(connection, select);
        }
    }

    /** Those that nobody has paid in time. */
    static List<Entry> overdue(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + "o.state = 'OPEN' AND o.expires <= ? ORDER BY o.expires FETCH FIRST ? ROWS ONLY")) {
            Moments.set(select, 1, now);
            select.setInt(2, limit);
            return entries(connection, select);
        }
    }

    private static List<Entry> entries(Connection connection, PreparedStatement select) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        List.of(),
                        Money.ofGrosze(row.getLong(6)),
                        Entry.State.valueOf(row.getString(7)),
                        Locale.forLanguageTag(row.getString(8)),
                        URI.create(row.getString(9)),
                        URI.create(row.getString(10)),
                        Moments.get(row, 11).orElseThrow(),
                        Moments.get(row, 12),
                        Money.ofGrosze(row.getLong(13))));
            }
        }
        List<Entry> whole = new ArrayList<>();
        for (Entry entry : found) {
            whole.add(with(entry, shares(connection, entry.id())));
        }
        return whole;
    }

    private static Entry with(Entry e, List<Entry.Share> shares) {
        return new Entry(
                e.nr(),
                e.id(),
                e.reference(),
                e.token(),
                e.title(),
                shares,
                e.amount(),
                e.state(),
                e.language(),
                e.back(),
                e.notifications(),
                e.expires(),
                e.settledAt(),
                e.refunded());
    }

    private static List<Entry.Share> shares(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT account, grosze, title FROM sandboxbank_share WHERE order_id = ? ORDER BY nr")) {
            select.setString(1, id);
            List<Entry.Share> shares = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    shares.add(new Entry.Share(row.getString(1), Money.ofGrosze(row.getLong(2)), row.getString(3)));
                }
            }
            return shares;
        }
    }

    /** Whether the order was open until now; of two who settle it one does. */
    static boolean settle(Connection connection, String id, Entry.State state, Instant now, int askFailures)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE sandboxbank_order SET state = ?,"
                + " settled_at = ?, ask_failures = ? WHERE id = ? AND state = 'OPEN'")) {
            update.setString(1, state.name());
            Moments.set(update, 2, now);
            update.setInt(3, askFailures);
            update.setString(4, id);
            return update.executeUpdate() == 1;
        }
    }

    /** Makes everybody else who would change this order wait until the transaction ends. */
    static void lock(Connection connection, String id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE sandboxbank_order SET state = state WHERE id = ?")) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }

    /** Whether the bank is to fail this time when it is asked about the order. */
    static boolean failsNow(Connection connection, String id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE sandboxbank_order"
                + " SET ask_failures = ask_failures - 1 WHERE id = ? AND ask_failures > 0")) {
            update.setString(1, id);
            return update.executeUpdate() == 1;
        }
    }

    static Optional<Refunded> refund(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT order_id, grosze FROM sandboxbank_refund WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Refunded(row.getString(1), Money.ofGrosze(row.getLong(2))))
                        : Optional.empty();
            }
        }
    }

    static void insertRefund(Connection connection, String id, String orderId, Money amount, String reason, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sandboxbank_refund (id, order_id, grosze, reason, moment) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, orderId);
            insert.setLong(3, grosze(amount));
            insert.setString(4, reason);
            Moments.set(insert, 5, now);
            insert.executeUpdate();
        }
    }

    static void log(Connection connection, String id, Instant now, String what) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sandboxbank_log (order_id, moment, what) VALUES (?, ?, ?)")) {
            insert.setString(1, id);
            Moments.set(insert, 2, now);
            insert.setString(3, what);
            insert.executeUpdate();
        }
    }

    /** What happened to the order, the first first. */
    static List<String> log(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT what FROM sandboxbank_log WHERE order_id = ? ORDER BY nr")) {
            select.setString(1, id);
            List<String> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines;
        }
    }

    static long grosze(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }
}
