package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderLine;

/** What is open of the dues that the tax system has handed over; of those of modules others tell. For one transaction. */
final class ImportedDues implements OpenDues {
    private final DuesTables tables;
    private final OpenDues modules;
    private final Map<String, Open> readAhead = new HashMap<>();

    ImportedDues(DuesTables tables, OpenDues modules) {
        this.tables = tables;
        this.modules = modules;
    }

    /** Reads at once what is going to be asked for. */
    void readAhead(Collection<OrderLine> lines) {
        readAhead.putAll(hold(lines.stream()
                .filter(line -> line.source().equals(Dues.SOURCE))
                .map(OrderLine::due)
                .toList()));
    }

    @Override
    public Optional<Open> of(String source, String due) {
        if (!source.equals(Dues.SOURCE)) {
            return modules.of(source, due);
        }
        // good for one answer: whoever asks again may have booked meanwhile
        Open known = readAhead.remove(due);
        return Optional.ofNullable(known == null ? hold(List.of(due)).get(due) : known);
    }

    private Map<String, Open> hold(Collection<String> dues) {
        Map<String, Open> open = new HashMap<>();
        if (!dues.isEmpty()) {
            lock(tables, dues);
            Query query = new Query("SELECT source_id, principal - paid + reminder_cost - pending, reminder_cost"
                            + " FROM payments_due_now WHERE ")
                    .in("source_id", dues);
            tables.unit()
                    .sql(connection -> query.list(
                            connection,
                            row -> open.put(
                                    row.getString(1),
                                    new Open(new Money(row.getBigDecimal(2)), new Money(row.getBigDecimal(3))))));
        }
        return open;
    }

    /** Nobody else books these dues until the transaction is over. */
    static void lock(DuesTables tables, Collection<String> dues) {
        tables.unit().sql(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("UPDATE payments_due SET version = version WHERE source_id = ?")) {
                // always in one order, so that two who lock the same do not wait for each other for ever
                for (String due : new TreeSet<>(dues)) {
                    lock.setString(1, due);
                    lock.addBatch();
                }
                return lock.executeBatch();
            }
        });
    }
}
