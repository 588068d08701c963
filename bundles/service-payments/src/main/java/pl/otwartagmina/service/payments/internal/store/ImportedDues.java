package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OpenDues;

/** What is open of the dues that the tax system has handed over. */
final class ImportedDues implements OpenDues {
    private final DuesTables tables;

    ImportedDues(DuesTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Open> of(String source, String due) {
        lock(tables, due);
        Query query = new Query(
                "SELECT principal - paid + reminder_cost - pending, reminder_cost FROM payments_due_now WHERE source_id = ?",
                due);
        return tables
                .unit()
                .sql(connection -> query.list(
                        connection, row -> new Open(new Money(row.getBigDecimal(1)), new Money(row.getBigDecimal(2)))))
                .stream()
                .findFirst();
    }

    /** Nobody else books the due until the transaction is over. */
    static void lock(DuesTables tables, String due) {
        tables.unit().sql(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("UPDATE payments_due SET version = version WHERE source_id = ?")) {
                lock.setString(1, due);
                return lock.executeUpdate();
            }
        });
    }
}
