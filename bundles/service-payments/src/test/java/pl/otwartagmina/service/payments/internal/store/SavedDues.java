package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.service.payments.internal.Due;

/** Puts dues into the tables without a file, for tests of what shows them. */
public final class SavedDues {
    private SavedDues() {}

    public static void save(DuesTables tables, Due... dues) {
        tables.write(Table.DUES, List.of(dues), 500);
    }

    /** From then on the tax system has all that was paid by transfer. */
    public static void takeOver(DuesTables tables, Instant at) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_assignment SET taken_over = ?")) {
                Moments.set(update, 1, at);
                return update.executeUpdate();
            }
        });
    }
}
