package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.csv.Place;
import pl.otwartagmina.service.payments.internal.csv.SheetFile.Parsed.Good;

/** Withdraws what a complete file of dues does not name any more. */
final class Withdrawal {
    /** A file that would withdraw more than one due of so many is more likely wrong than right. */
    static final int ONE_OF = 10;

    private static final int PAGE = 5000;
    private static final Place NOWHERE = new Place(0, "", 0);
    private static final String IN_ORDER = " FROM payments_due" + Table.byKey("payments_due_pk")
            + "WHERE source_id > ? AND (principal > 0 OR reminder_cost > 0 OR pending > 0)"
            + " ORDER BY source_id FETCH FIRST ? ROWS ONLY";

    private final DuesTables tables;
    private final Set<String> named;

    /** @param named ids of all rows of the file */
    Withdrawal(DuesTables tables, Set<String> named) {
        this.tables = tables;
        this.named = named;
    }

    /**
     * How many would go.
     *
     * @param missing that the file does not name
     * @param all that stand
     */
    record Share(long missing, long all) {
        boolean isTooMuch() {
            return missing * ONE_OF > all;
        }
    }

    Share share() {
        long missing = 0;
        long all = 0;
        String last = "";
        List<String> page = ids(last);
        while (!page.isEmpty()) {
            all += page.size();
            missing += page.stream().filter(id -> !named.contains(id)).count();
            last = page.get(page.size() - 1);
            page = ids(last);
        }
        return new Share(missing, all);
    }

    /**
     * Withdraws them, a batch in one transaction; the same file again goes on where it stopped.
     *
     * @return how many were withdrawn
     */
    long run(Intake<Due> intake, BooleanSupplier stop) {
        long withdrawn = 0;
        String last = "";
        List<Due> page = dues(last);
        while (!page.isEmpty() && !stop.getAsBoolean()) {
            List<Good<Due>> missing = page.stream()
                    .filter(due -> !named.contains(due.id()))
                    .map(due -> new Good<>(NOWHERE, due.withdrawn()))
                    .toList();
            if (!missing.isEmpty()) {
                tables.batch(connection -> intake.take(connection, missing));
            }
            withdrawn += missing.size();
            last = page.get(page.size() - 1).id();
            page = dues(last);
        }
        return withdrawn;
    }

    private List<String> ids(String after) {
        Query query = new Query("SELECT source_id" + IN_ORDER, after, PAGE);
        return tables.unit().sql(connection -> query.list(connection, row -> row.getString(1)));
    }

    private List<Due> dues(String after) {
        return tables.unit().sql(connection -> dues(connection, after));
    }

    private static List<Due> dues(Connection connection, String after) throws SQLException {
        return new Query("SELECT " + String.join(", ", Table.DUES.columns()) + IN_ORDER, after, Intake.BATCH)
                .list(connection, Dues::due);
    }
}
