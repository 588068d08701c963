package pl.otwartagmina.service.payments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.ModulePayment;

/** What was paid here for dues of other modules. Of these only the payments are in the tables, never the dues. */
public final class ModuleBooks {
    private static final String ENTRIES =
            "SELECT e.source AS paid_source, e.due_id AS paid_due, e.entry AS paid_entry, e.line AS paid_line,"
                    + " e.effect AS paid_effect FROM payments_module_entry e WHERE ";

    /** What was booked, what was given back, and what is on its way; the party is asked for twice. */
    static final String OF_PARTY = ENTRIES
            + "e.party_key = ? UNION ALL SELECT l.source AS paid_source, l.due_id AS paid_due,"
            + " CAST('' AS VARCHAR(36)) AS paid_entry, 0 AS paid_line, l.costs + l.principal AS paid_effect"
            + " FROM payments_order_line l JOIN payments_order o ON o.id = l.order_id WHERE l.party_key = ?"
            + " AND l.source <> 'payments' AND o.state IN ('pending', 'confirmed')";

    private final DuesTables tables;
    private final DueSources sources;

    ModuleBooks(DuesTables tables, DueSources sources) {
        this.tables = tables;
        this.sources = sources;
    }

    /** What was paid for dues of a party. */
    public List<ModulePayment> of(PartyKey party) {
        Query query = new Query(OF_PARTY, party.value(), party.value());
        return tables.unit().sql(connection -> query.list(connection, ModuleBooks::payment));
    }

    static ModulePayment payment(ResultSet row) throws SQLException {
        return new ModulePayment(
                row.getString("paid_source"),
                row.getString("paid_due"),
                new PortalPayment(row.getString("paid_entry"), row.getInt("paid_line")).toString(),
                new Money(row.getBigDecimal("paid_effect")));
    }

    /** A due of another module. */
    private record Wanted(String source, String due) {}

    /**
     * Asks the modules about all that these orders pay. It takes time, so it is not done within a transaction; what is paid
     * here meanwhile is looked up when it is booked.
     */
    OpenDues ask(Set<String> orders) {
        if (orders.isEmpty() || sources.present().isEmpty()) {
            return OpenDues.UNKNOWN;
        }
        Query query = new Query("SELECT DISTINCT source, due_id FROM payments_order_line WHERE source <> 'payments'")
                .add(
                        orders.stream().map(order -> "?").collect(Collectors.joining(",", " AND order_id IN (", ")")),
                        orders.toArray());
        List<Wanted> wanted = tables.unit()
                .sql(connection -> query.list(connection, row -> new Wanted(row.getString(1), row.getString(2))));
        Map<String, ModuleDue> known = new TreeMap<>();
        wanted.forEach(due -> sources.find(due.source(), due.due())
                .ifPresent(found -> known.put(key(due.source(), due.due()), found)));
        return (source, due) -> Optional.ofNullable(known.get(key(source, due))).map(found -> open(source, found));
    }

    /** The same about one order. */
    OpenDues ask(List<OrderLine> lines, String order) {
        return lines.stream().allMatch(line -> line.source().equals(Dues.SOURCE))
                ? OpenDues.UNKNOWN
                : ask(Set.of(order));
    }

    private static String key(String source, String due) {
        return source + ":" + due;
    }

    /** Only what has arrived counts: an order that is under way may yet fail, and then it is the later one that settles the due. */
    private OpenDues.Open open(String source, ModuleDue due) {
        lock(source, due.id());
        Query query = new Query(ENTRIES + "e.source = ? AND e.due_id = ?", source, due.id());
        List<ModulePayment> paid = tables.unit().sql(connection -> query.list(connection, ModuleBooks::payment));
        Money all = due.amounts()
                .principal()
                .minus(due.amounts().paid())
                .plus(due.amounts().costs())
                .minus(ModulePayment.uncounted(due, paid));
        return new OpenDues.Open(all, due.amounts().costs());
    }

    /**
     * Whoever books the same due has an order for it, and holds its line: together the lines stand for the due, which is not in
     * the tables. One by one and in order, lest two who book wait for each other for ever.
     */
    private void lock(String source, String due) {
        Query lines = new Query(
                "SELECT order_id, line FROM payments_order_line WHERE source = ? AND due_id = ? ORDER BY order_id, line",
                source,
                due);
        tables.unit().sql(connection -> {
            for (PortalPayment line :
                    lines.list(connection, row -> new PortalPayment(row.getString(1), row.getInt(2)))) {
                new Query(
                                "UPDATE payments_order_line SET title = title WHERE order_id = ? AND line = ?",
                                line.id(),
                                line.line())
                        .change(connection);
            }
            return due;
        });
    }
}
