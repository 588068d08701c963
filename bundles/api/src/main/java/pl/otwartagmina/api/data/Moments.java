package pl.otwartagmina.api.data;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Moments in plain SQL: a column {@code timestamp} that holds UTC, on both products and whatever the zone of the JVM.
 *
 * <p>Without a calendar JDBC writes the local time, in which an hour of every October comes twice. {@code Instant}
 * attributes of entities are mapped the same way.
 */
public final class Moments {
    private Moments() {}

    /** Sets a parameter, exact to the microsecond, which is what both products keep. */
    public static void set(PreparedStatement statement, int index, Instant moment) throws SQLException {
        statement.setTimestamp(index, Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS)), utc());
    }

    /** Reads a column that may be null. */
    public static Optional<Instant> get(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, utc())).map(Timestamp::toInstant);
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
