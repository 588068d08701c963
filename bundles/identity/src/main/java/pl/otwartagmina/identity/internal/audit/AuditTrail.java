package pl.otwartagmina.identity.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** The trail as auditors read it. Who reads it is a record in it, too. */
@Component(service = AuditTrail.class)
public final class AuditTrail {
    /** Before which all records are. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final IdentityTables tables;
    private final Audit audit;

    /**
     * A record.
     *
     * @param id grows from record to record
     * @param userName of the actor, if it is an account
     */
    public record Line(long id, Instant at, AuditRecord act, Optional<String> userName) {}

    @Activate
    public AuditTrail(@Reference IdentityTables tables, @Reference Audit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /**
     * Records, the newest first.
     *
     * @param before only those older than this one, so that what comes in meanwhile moves nothing; {@link #NEWEST} for all
     */
    public List<Line> read(AuditFilter filter, long before, int count) {
        return tables.unit().sql(connection -> {
            List<Line> lines = new ArrayList<>();
            try (PreparedStatement select = select(connection, filter, before, count);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines;
        });
    }

    /** The reader has looked for these. */
    public void recordReading(Acting reader, AuditFilter filter, String action) {
        String looked = filter.text()
                + filter.from().map(day -> " from " + day).orElse("")
                + filter.to().map(day -> " to " + day).orElse("");
        audit.record(tables.unit(), AuditRecord.of(reader, action, "audit", "").because(looked.strip()));
    }

    private static PreparedStatement select(Connection connection, AuditFilter filter, long before, int count)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement("SELECT " + AuditTables.columns("a") + ", p.user_name"
                + " FROM identity_audit a LEFT JOIN identity_account p ON p.id = a.actor"
                + " WHERE a.id < ? AND a.acted_at >= ? AND a.acted_at < ?"
                + " AND (a.actor LIKE ? ESCAPE '!' OR p.user_name LIKE ? ESCAPE '!'"
                + " OR a.action LIKE ? ESCAPE '!' OR a.object_id LIKE ? ESCAPE '!')"
                + " ORDER BY a.id DESC FETCH FIRST ? ROWS ONLY");
        select.setLong(1, before);
        Moments.set(select, 2, beginning(filter.from().orElse(LocalDate.of(2000, 1, 1))));
        Moments.set(
                select,
                3,
                beginning(filter.to().orElse(LocalDate.of(2999, 12, 30)).plusDays(1)));
        String pattern = filter.text().strip().replaceAll("([!%_])", "!$1") + "%";
        for (int i = 4; i <= 7; i++) {
            select.setString(i, pattern);
        }
        select.setInt(8, count);
        return select;
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(WARSAW).toInstant();
    }

    private static Line line(ResultSet row) throws SQLException {
        AuditTables.Kept kept = AuditTables.kept(row, 0);
        return new Line(kept.id(), kept.at(), kept.act(), Optional.ofNullable(row.getString(12)));
    }
}
