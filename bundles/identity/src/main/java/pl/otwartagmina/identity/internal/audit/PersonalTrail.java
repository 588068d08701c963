package pl.otwartagmina.identity.internal.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/** The part of the trail that is about one person, for that person. */
@Component(service = PersonalTrail.class)
public final class PersonalTrail {
    private static final String LINES = "SELECT " + AuditTables.columns("a") + ", p.first_name, p.last_name, p.state"
            + " FROM identity_audit a LEFT JOIN identity_account p ON p.id = a.actor WHERE a.id < ? AND ";
    private static final String NEWEST_FIRST = " ORDER BY a.id DESC FETCH FIRST ? ROWS ONLY";
    /** Stands for the party of somebody who has none; no record has it. */
    private static final String NO_PARTY = "-";

    private final IdentityTables tables;

    /**
     * A record.
     *
     * @param id grows from record to record
     * @param actor name of the person who acted, if it is an account that has an owner
     */
    public record Line(long id, Instant at, AuditRecord act, Optional<String> actor) {}

    @Activate
    public PersonalTrail(@Reference IdentityTables tables) {
        this.tables = tables;
    }

    /**
     * What others did with the person's data, or in the person's name; the newest first. Attempts to sign in that failed are
     * not among them: nobody saw anything.
     *
     * @param before only those older than this one; {@link AuditTrail#NEWEST} for all
     */
    public List<Line> ofOthers(Subject subject, long before, int count) {
        String party = subject.party().map(PartyKey::value).orElse(NO_PARTY);
        return read(
                LINES + "a.actor <> ? AND a.actor <> '" + AuditRecord.VISITOR + "' AND ("
                        + "(a.object_type = 'account' AND a.object_id = ?)"
                        + " OR (a.object_type = 'party' AND a.object_id = ?) OR a.on_behalf_of = ?"
                        + " OR (a.object_type = 'mandate' AND a.object_id IN"
                        + " (SELECT m.id FROM identity_mandate m WHERE m.agent = ? OR m.principal = ?)))"
                        + NEWEST_FIRST,
                before,
                count,
                subject.account(),
                subject.account(),
                party,
                party,
                subject.account(),
                party);
    }

    /** What the person did; the newest first. */
    public List<Line> own(Subject subject, long before, int count) {
        return read(LINES + "a.actor = ?" + NEWEST_FIRST, before, count, subject.account());
    }

    private List<Line> read(String statement, long before, int count, String... values) {
        return tables.unit().sql(connection -> {
            List<Line> lines = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(statement)) {
                select.setLong(1, before);
                for (int i = 0; i < values.length; i++) {
                    select.setString(i + 2, values[i]);
                }
                select.setInt(values.length + 2, count);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(line(row));
                    }
                }
            }
            return lines;
        });
    }

    private static Line line(ResultSet row) throws SQLException {
        AuditTables.Kept kept = AuditTables.kept(row, 0);
        String first = row.getString(12);
        return new Line(
                kept.id(),
                kept.at(),
                kept.act(),
                first == null || "CLOSED".equals(row.getString(14))
                        ? Optional.empty()
                        : Optional.of(first + " " + row.getString(13)));
    }
}
