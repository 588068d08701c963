package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;

/** Numbers of cards as titles are compared with them, for rows that were imported before there was a column for it. */
final class BareCards {
    private static final int BATCH = 2000;

    private BareCards() {}

    /** Fills in what is missing, each batch in a transaction; stopped in the middle it goes on at the next start. */
    static void fillIn(Unit unit) {
        while (fillInSome(unit) == BATCH) {
            // more of them
        }
    }

    private static int fillInSome(Unit unit) {
        return unit.sql(connection -> {
            List<Map.Entry<String, String>> missing = new Query(
                            "SELECT source_id, card FROM payments_due WHERE bare_card IS NULL FETCH FIRST " + BATCH
                                    + " ROWS ONLY")
                    .list(connection, row -> Map.entry(row.getString(1), row.getString(2)));
            if (missing.isEmpty()) {
                return 0;
            }
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_due SET bare_card = ? WHERE source_id = ?")) {
                for (Map.Entry<String, String> due : missing) {
                    update.setString(1, TitleWords.bare(due.getValue()));
                    update.setString(2, due.getKey());
                    update.addBatch();
                }
                update.executeBatch();
            }
            return missing.size();
        });
    }
}
