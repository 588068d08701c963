package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * When PostgreSQL plans the statements of a transaction. Left alone it plans a repeated one for good, and goes on reading a
 * whole table that was empty at the time. What only inserts reads nothing, and planning it each time would take longer than
 * the row itself. Derby is told by hints in the statements, see {@link Table}.
 */
enum Planning {
    EACH_TIME("force_custom_plan"),
    ONCE("auto");

    private final String mode;

    Planning(String mode) {
        this.mode = mode;
    }

    /** From here to the end of the transaction, or the next word. */
    void begin(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement plans = connection.createStatement()) {
                plans.execute("SET LOCAL plan_cache_mode = " + mode);
            }
        }
    }
}
