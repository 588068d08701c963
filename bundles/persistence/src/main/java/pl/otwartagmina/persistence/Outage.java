package pl.otwartagmina.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Tells a database that is gone from one that refuses a statement. */
final class Outage {
    private Outage() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql));
    }

    /** SQLSTATE classes: 08 connection, 53 resources exhausted, 57P operator intervention (ISO 9075, PostgreSQL). */
    private static boolean isOutage(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }
}
