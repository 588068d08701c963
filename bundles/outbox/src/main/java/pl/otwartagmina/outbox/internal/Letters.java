package pl.otwartagmina.outbox.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.mail.Letter;

/** The statements over {@code outbox_letter}. */
final class Letters {
    private static final int TROUBLE = 500;

    /** A letter that is due, as it was read. */
    record Due(long id, Letter letter, Instant writtenAt, int attempts, Instant nextAt) {}

    private Letters() {}

    static int insert(Connection connection, Letter letter, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO outbox_letter (recipient, subject,"
                + " letter_text, state, written_at, attempts, next_at, trouble)"
                + " VALUES (?, ?, ?, 'WAITING', ?, 0, ?, '')")) {
            insert.setString(1, letter.to());
            insert.setString(2, letter.subject());
            insert.setString(3, letter.text());
            Moments.set(insert, 4, now);
            Moments.set(insert, 5, now);
            return insert.executeUpdate();
        }
    }

    static List<Due> due(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, recipient, subject, letter_text,"
                + " written_at, attempts, next_at FROM outbox_letter WHERE state = 'WAITING' AND next_at <= ?"
                + " ORDER BY next_at, id FETCH FIRST ? ROWS ONLY")) {
            Moments.set(select, 1, now);
            select.setInt(2, limit);
            List<Due> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Due(
                            row.getLong(1),
                            new Letter(row.getString(2), row.getString(3), row.getString(4)),
                            Moments.get(row, 5).orElseThrow(),
                            row.getInt(6),
                            Moments.get(row, 7).orElseThrow()));
                }
            }
            return found;
        }
    }

    /** Whether this letter is ours to carry until then: of two nodes of the portal one gets it. */
    static boolean claim(Connection connection, Due due, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE outbox_letter SET attempts = attempts + 1,"
                + " next_at = ? WHERE id = ? AND state = 'WAITING' AND next_at = ?")) {
            Moments.set(update, 1, until);
            update.setLong(2, due.id());
            Moments.set(update, 3, due.nextAt());
            return update.executeUpdate() == 1;
        }
    }

    /** The letter has left, or never will; its text goes. */
    static int end(Connection connection, long id, String state, String trouble) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outbox_letter SET state = ?, letter_text = NULL, trouble = ? WHERE id = ?")) {
            update.setString(1, state);
            update.setString(2, shortened(trouble));
            update.setLong(3, id);
            return update.executeUpdate();
        }
    }

    static int postpone(Connection connection, long id, Instant until, String trouble) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE outbox_letter SET next_at = ?, trouble = ? WHERE id = ?")) {
            Moments.set(update, 1, until);
            update.setString(2, shortened(trouble));
            update.setLong(3, id);
            return update.executeUpdate();
        }
    }

    /** Letters that have left are forgotten after a time. */
    static int forget(Connection connection, Instant writtenBefore) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM outbox_letter WHERE state <> 'WAITING' AND written_at < ?")) {
            Moments.set(delete, 1, writtenBefore);
            return delete.executeUpdate();
        }
    }

    /** The latest, without their texts. */
    static List<Outbox.Entry> latest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT written_at, recipient, subject, state,"
                + " attempts, next_at, trouble FROM outbox_letter ORDER BY id DESC FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            List<Outbox.Entry> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Outbox.Entry(
                            Moments.get(row, 1).orElseThrow(),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            Moments.get(row, 6).orElseThrow(),
                            row.getString(7)));
                }
            }
            return found;
        }
    }

    private static String shortened(String text) {
        return text.length() > TROUBLE ? text.substring(0, TROUBLE) : text;
    }
}
