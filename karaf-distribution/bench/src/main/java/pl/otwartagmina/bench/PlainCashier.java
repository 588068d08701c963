package pl.otwartagmina.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Books notifications by the same statements as the portal, with nothing around them. */
final class PlainCashier {
    private final Connection connection;

    /** @param connection without automatic commits */
    PlainCashier(Connection connection) {
        this.connection = connection;
    }

    void keep(String order) throws SQLException {
        run(
                "INSERT INTO payments_event VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL)",
                BenchGateway.ID,
                "paid-" + order,
                order,
                order,
                "confirmed",
                BenchGateway.AMOUNT.amount(),
                "digest",
                now());
        connection.commit();
    }

    int workOff(int most) throws SQLException {
        List<String> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT gateway, event, order_id, reference, said,"
                + " amount, paid_at, digest FROM payments_event WHERE done IS NULL ORDER BY received"
                + " FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    waiting.add(rows.getString(3));
                }
            }
        }
        connection.commit();
        for (String order : waiting) {
            book(order);
        }
        return waiting.size();
    }

    private void book(String order) throws SQLException {
        run("UPDATE payments_order SET changes = changes + 1 WHERE id = ?", order);
        String due;
        BigDecimal principal;
        String party;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT o.*, a.*, l.* FROM payments_order o"
                        + " JOIN payments_act a ON a.id = o.act JOIN payments_order_line l ON l.order_id = o.id WHERE o.id = ?")) {
            select.setString(1, order);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                due = row.getString("due_id");
                party = row.getString("party_key");
                principal = row.getBigDecimal("principal");
            }
        }
        run("UPDATE payments_due SET version = version WHERE source_id = ?", due);
        try (PreparedStatement select = connection.prepareStatement("SELECT principal - paid + reminder_cost - pending,"
                + " reminder_cost FROM payments_due_now WHERE source_id = ?")) {
            select.setString(1, due);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                principal = principal.min(row.getBigDecimal(1));
            }
        }
        move(order, "confirmed");
        run(
                "INSERT INTO payments_booking (order_id, line, source, due_id, party_key, costs, interest, principal,"
                        + " surplus, paid_on, booked) VALUES (?, 1, 'payments', ?, ?, 0, 0, ?, 0, ?, ?)",
                order,
                due,
                party,
                principal,
                java.sql.Date.valueOf(LocalDate.now()),
                now());
        move(order, "booked");
        run(
                "UPDATE payments_event SET done = ? WHERE gateway = ? AND event = ?",
                now(),
                BenchGateway.ID,
                "paid-" + order);
        connection.commit();
    }

    private void move(String order, String state) throws SQLException {
        run("UPDATE payments_order SET state = ?, paid_at = COALESCE(?, paid_at) WHERE id = ?", state, now(), order);
        run(
                "INSERT INTO payments_journal SELECT CAST(? AS VARCHAR(36)), COALESCE(MAX(number), 0) + 1,"
                        + " CAST(? AS TIMESTAMP), CAST(? AS VARCHAR(12)), 'notification', ''"
                        + " FROM payments_journal WHERE order_id = ?",
                order,
                now(),
                state,
                order);
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
