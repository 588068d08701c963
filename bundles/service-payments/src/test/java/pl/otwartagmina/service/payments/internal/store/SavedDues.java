package pl.otwartagmina.service.payments.internal.store;

import java.util.List;
import pl.otwartagmina.service.payments.internal.Due;

/** Puts dues into the tables without a file, for tests of what shows them. */
public final class SavedDues {
    private SavedDues() {}

    public static void save(DuesTables tables, Due... dues) {
        tables.write(Table.DUES, List.of(dues), 500);
    }
}
