package pl.otwartagmina.service.payments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.service.payments.internal.clerk.Alarm;

/** What somebody of the office has to look at. */
final class Alarms {
    private static final int LONGEST_ORDER = 64;

    private final DuesTables tables;

    Alarms(DuesTables tables) {
        this.tables = tables;
    }

    /** Raises an alarm, or counts it if the same is open. */
    void raise(String kind, String order, String gateway, Instant now) {
        String of = order.length() > LONGEST_ORDER ? order.substring(0, LONGEST_ORDER) : order;
        tables.unit().sql(connection -> {
            int counted = new Query(
                            "UPDATE payments_alarm SET times = times + 1, latest = ?"
                                    + " WHERE settled IS NULL AND kind = ? AND order_id = ? AND gateway = ?",
                            now,
                            kind,
                            of,
                            gateway)
                    .change(connection);
            return counted > 0
                    ? counted
                    : new Query(
                                    "INSERT INTO payments_alarm VALUES (?, ?, ?, ?, ?, ?, 1, NULL, '', '')",
                                    UUID.randomUUID().toString(),
                                    kind,
                                    of,
                                    gateway,
                                    now,
                                    now)
                            .change(connection);
        });
    }

    /** Those that nobody has settled, the oldest first. */
    List<Alarm> open(int most) {
        Query query = new Query(
                "SELECT id, kind, order_id, gateway, raised, latest, times FROM payments_alarm WHERE settled IS NULL"
                        + " ORDER BY raised, id FETCH FIRST ? ROWS ONLY",
                most);
        return tables.unit().sql(connection -> query.list(connection, Alarms::alarm));
    }

    /** Somebody has looked at it. Returns false if it was settled before. */
    boolean settle(String id, String clerk, String note, Instant now) {
        Query update = new Query(
                "UPDATE payments_alarm SET settled = ?, settled_by = ?, note = ? WHERE id = ? AND settled IS NULL",
                now,
                clerk,
                note,
                id);
        return tables.unit().sql(connection -> update.change(connection) > 0);
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Moments.get(row, 5).orElseThrow(),
                Moments.get(row, 6).orElseThrow(),
                row.getInt(7));
    }
}
