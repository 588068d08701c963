package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.data.Moments;

/** The statements over {@code sandboxbank_notification}. */
final class Mailbag {
    /** A notification that is due. */
    record Due(long nr, String orderId, String address, String body, int attempts, Instant nextAt) {}

    private Mailbag() {}

    static void insert(Connection connection, String orderId, String body, String state, Instant nextAt)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sandboxbank_notification (order_id, body,"
                        + " state, next_at, attempts) VALUES (?, ?, ?, ?, 0)")) {
            insert.setString(1, orderId);
            insert.setString(2, body);
            insert.setString(3, state);
            Moments.set(insert, 4, nextAt);
            insert.executeUpdate();
        }
    }

    static List<Due> due(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT n.nr, n.order_id, o.notify, n.body, n.attempts, n.next_at FROM sandboxbank_notification n JOIN"
                        + " sandboxbank_order o ON o.id = n.order_id WHERE n.state = 'WAITING' AND n.next_at <= ? ORDER BY"
                        + " n.next_at, n.nr FETCH FIRST ? ROWS ONLY")) {
            Moments.set(select, 1, now);
            select.setInt(2, limit);
            List<Due> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Due(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            Moments.get(row, 6).orElseThrow()));
                }
            }
            return found;
        }
    }

    /** Whether it is ours to send until then. */
    static boolean claim(Connection connection, Due due, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE sandboxbank_notification SET next_at = ?,"
                + " attempts = attempts + 1 WHERE nr = ? AND state = 'WAITING' AND next_at = ?")) {
            Moments.set(update, 1, until);
            update.setLong(2, due.nr());
            Moments.set(update, 3, due.nextAt());
            return update.executeUpdate() == 1;
        }
    }

    static void set(Connection connection, long nr, String state, Instant nextAt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sandboxbank_notification SET state = ?, next_at = ? WHERE nr = ?")) {
            update.setString(1, state);
            Moments.set(update, 2, nextAt);
            update.setLong(3, nr);
            update.executeUpdate();
        }
    }
}
