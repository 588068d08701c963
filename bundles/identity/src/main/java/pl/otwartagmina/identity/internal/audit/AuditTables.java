package pl.otwartagmina.identity.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.Origin;

/** The statements over records and seals. */
final class AuditTables {
    private static final String COLUMNS =
            "acted_at, actor, on_behalf_of, action, object_type, object_id, reason," + " result, address, session_name";

    /** A record as it is kept. */
    record Kept(long id, Instant at, AuditRecord act) {}

    /** A link of the chain. */
    record Seal(long number, long record, String value) {}

    /** A link and its record, which is missing if somebody took it out. */
    record Link(Seal seal, Optional<Kept> record) {}

    private AuditTables() {}

    /** The columns that {@link #kept} reads, of a table by this name. */
    static String columns(String table) {
        return table + ".id, " + table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    static int insert(Connection connection, Instant at, AuditRecord act) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO identity_audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Moments.set(insert, 1, at);
            insert.setString(2, act.actor());
            insert.setString(3, act.onBehalfOf());
            insert.setString(4, act.action());
            insert.setString(5, act.objectType());
            insert.setString(6, act.objectId());
            insert.setString(7, act.reason());
            insert.setString(8, act.result().name());
            insert.setString(9, act.origin().address());
            insert.setString(10, act.origin().session());
            return insert.executeUpdate();
        }
    }

    /** Records without a seal, the oldest first. */
    static List<Kept> unsealed(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + columns("a")
                + " FROM identity_audit a LEFT JOIN identity_audit_seal s ON s.record_id = a.id"
                + " WHERE s.seal_no IS NULL ORDER BY a.id FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            List<Kept> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(kept(row, 0));
                }
            }
            return found;
        }
    }

    static Optional<Seal> last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT seal_no, record_id, seal FROM"
                        + " identity_audit_seal ORDER BY seal_no DESC FETCH FIRST 1 ROWS ONLY");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Seal(row.getLong(1), row.getLong(2), row.getString(3)))
                    : Optional.empty();
        }
    }

    static void insert(Connection connection, List<Seal> seals) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO identity_audit_seal VALUES (?, ?, ?)")) {
            for (Seal seal : seals) {
                insert.setLong(1, seal.number());
                insert.setLong(2, seal.record());
                insert.setString(3, seal.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Links of the chain after this number, in order. */
    static List<Link> links(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT s.seal_no, s.record_id, s.seal, "
                + columns("a") + " FROM identity_audit_seal s LEFT JOIN identity_audit a ON a.id = s.record_id"
                + " WHERE s.seal_no > ? ORDER BY s.seal_no FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            List<Link> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Seal seal = new Seal(row.getLong(1), row.getLong(2), row.getString(3));
                    row.getLong(4);
                    found.add(new Link(seal, row.wasNull() ? Optional.empty() : Optional.of(kept(row, 3))));
                }
            }
            return found;
        }
    }

    /** A record from a row, whose columns stand behind {@code before} others. */
    static Kept kept(ResultSet row, int before) throws SQLException {
        return new Kept(
                row.getLong(before + 1),
                Moments.get(row, before + 2).orElseThrow(),
                new AuditRecord(
                        row.getString(before + 3),
                        row.getString(before + 4),
                        row.getString(before + 5),
                        row.getString(before + 6),
                        row.getString(before + 7),
                        row.getString(before + 8),
                        AuditRecord.Result.valueOf(row.getString(before + 9)),
                        new Origin(row.getString(before + 10), row.getString(before + 11))));
    }
}
