package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.reminder.Moment;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;

/** The tables of who wants to be reminded, and of what was written. */
public final class ReminderRecords {
    private static final int BATCH = 200;

    private final DuesTables tables;

    public ReminderRecords(DuesTables tables) {
        this.tables = tables;
    }

    /** A choice, and since when it holds. */
    public record Chosen(String account, PartyKey party, ReminderChoice choice, Instant since) {}

    /** That an account was reminded of a due. */
    public record Sent(String source, String due, Moment moment, Instant at) {}

    /** What the owner of an account has chosen; empty for nothing. */
    public Optional<Chosen> of(String account) {
        return list(new Query(
                        "SELECT account, party_key, before_days, afterwards, chosen FROM payments_reminder"
                                + " WHERE account = ?",
                        account))
                .stream()
                .findFirst();
    }

    private List<Chosen> list(Query query) {
        return tables.unit()
                .sql(connection -> query.list(
                        connection,
                        row -> new Chosen(
                                row.getString(1),
                                new PartyKey(row.getString(2)),
                                new ReminderChoice(row.getInt(3), row.getBoolean(4)),
                                Moments.get(row, 5).orElseThrow())));
    }

    /** Takes the place of what was chosen before. */
    void choose(String account, PartyKey party, ReminderChoice choice, Instant now) {
        tables.unit().sql(connection -> {
            if (!choice.isOn()) {
                return new Query("DELETE FROM payments_reminder WHERE account = ?", account).change(connection);
            }
            int known = new Query(
                            "UPDATE payments_reminder SET party_key = ?, before_days = ?, afterwards = ?, chosen = ?"
                                    + " WHERE account = ?",
                            party.value(),
                            choice.daysBefore(),
                            choice.after(),
                            now,
                            account)
                    .change(connection);
            return known > 0
                    ? known
                    : new Query(
                                    "INSERT INTO payments_reminder (account, party_key, before_days, afterwards, chosen)"
                                            + " VALUES (?, ?, ?, ?, ?)",
                                    account,
                                    party.value(),
                                    choice.daysBefore(),
                                    choice.after(),
                                    now)
                            .change(connection);
        });
    }

    /** Some of those who were not looked after on that day, by account, behind this one. */
    List<Chosen> waiting(LocalDate day, String behind) {
        return list(new Query(
                "SELECT account, party_key, before_days, afterwards, chosen FROM payments_reminder"
                        + " WHERE account > ? AND (done_on IS NULL OR done_on < ?) ORDER BY account FETCH FIRST "
                        + BATCH + " ROWS ONLY",
                behind,
                day));
    }

    /** Whether the account is ours to look after on that day: of two nodes of the portal one gets it, and once. */
    static boolean claim(Connection connection, Chosen whose, LocalDate day) throws SQLException {
        return new Query(
                                "UPDATE payments_reminder SET done_on = ?"
                                        + " WHERE account = ? AND (done_on IS NULL OR done_on < ?)",
                                day,
                                whose.account(),
                                day)
                        .change(connection)
                > 0;
    }

    /** Writes down that it is reminded of. */
    static void sent(Connection connection, String account, Due due, Moment moment, Instant now) throws SQLException {
        new Query(
                        "INSERT INTO payments_reminder_sent (account, source, due_id, kind, sent) VALUES (?, ?, ?, ?, ?)",
                        account,
                        due.source(),
                        due.id(),
                        moment.code(),
                        now)
                .change(connection);
    }

    /** Of what an account was reminded, the last first. */
    public List<Sent> sent(String account) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT source, due_id, kind, sent FROM payments_reminder_sent WHERE account = ?"
                                + " ORDER BY sent DESC, due_id",
                        account)
                .list(
                        connection,
                        row -> new Sent(
                                row.getString(1),
                                row.getString(2),
                                Moment.ofCode(row.getString(3)),
                                Moments.get(row, 4).orElseThrow())));
    }

    /** Forgets of what was reminded before that moment. */
    void forget(Instant before) {
        tables.unit().sql(connection -> new Query("DELETE FROM payments_reminder_sent WHERE sent < ?", before)
                .change(connection));
    }

    /** Erases all of an account. */
    public void erase(String account) {
        tables.unit().sql(connection -> {
            new Query("DELETE FROM payments_reminder WHERE account = ?", account).change(connection);
            return new Query("DELETE FROM payments_reminder_sent WHERE account = ?", account).change(connection);
        });
    }
}
