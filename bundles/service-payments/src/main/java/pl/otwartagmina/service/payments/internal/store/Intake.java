package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.SheetFile.Parsed.Good;

/** Takes rows of a file into the tables, a batch in one transaction. */
interface Intake<T> {
    /** Rows of a batch. */
    int BATCH = 500;

    /** The id by which the row is found again. */
    String id(T value);

    /** Takes at most {@link #BATCH} rows, no id twice. */
    Outcome take(Connection connection, List<Good<T>> batch) throws SQLException;

    /**
     * What became of a batch.
     *
     * @param rejected rows that were not taken after all
     * @param warnings about rows that were taken
     */
    record Outcome(Table.Written written, List<RowFault> rejected, List<RowFault> warnings) {
        static Outcome of(Table.Written written) {
            return new Outcome(written, List.of(), List.of());
        }
    }

    /** Rows of which nothing follows for anything else. */
    static <T> Intake<T> into(Table<T> table) {
        return new Intake<>() {
            @Override
            public String id(T value) {
                return table.id(value);
            }

            @Override
            public Outcome take(Connection connection, List<Good<T>> batch) throws SQLException {
                return Outcome.of(table.write(connection, values(batch), BATCH));
            }
        };
    }

    /** The records of rows. */
    static <T> List<T> values(List<Good<T>> batch) {
        return batch.stream().map(Good::value).toList();
    }
}
