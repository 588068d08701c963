package pl.otwartagmina.service.payments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.order.OpenDues;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.ModulePayment;
import pl.otwartagmina.service.payments.internal.source.SourcedDue;

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

    /** Dues of modules that are called so; modules are asked, so not within a transaction. */
    List<SourcedDue> called(Set<String> references) {
        return references.isEmpty() ? List.of() : sources.called(references);
    }

    /** The due as its module tells of it now; not within a transaction. */
    Optional<SourcedDue> find(String source, String due) {
        return sources.find(source, due).map(found -> new SourcedDue(source, found));
    }

    /** The due as a transfer finds it: what has arrived here counts as paid, what is under way may yet fail. */
    Due arrived(SourcedDue due) {
        return ModulePayment.standing(
                        due.source(), due.due(), entries(due.source(), due.due().id()))
                .withPendingPaid();
    }

    /**
     * Asks the modules about all that these orders pay. It takes time, so it is not done within a transaction; what is paid
     * here meanwhile is looked up when it is booked.
     */
    OpenDues ask(Set<String> orders) {
        if (orders.isEmpty() || sources.present().isEmpty()) {
            return OpenDues.UNKNOWN;
        }
        Query query = new Query(
                        "SELECT DISTINCT source, due_id FROM payments_order_line WHERE source <> 'payments' AND ")
                .in("order_id", orders);
        List<Wanted> wanted = tables.unit()
                .sql(connection -> query.list(connection, row -> new Wanted(row.getString(1), row.getString(2))));
        Map<String, ModuleDue> known = new TreeMap<>();
        for (Wanted due : wanted) {
            sources.find(due.source(), due.due()).ifPresent(found -> known.put(key(due.source(), due.due()), found));
            // its row is there when it is booked, so that two who book it never both bring one
            Contended.run(() -> lock(due.source(), due.due()));
        }
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
        Money all = due.amounts()
                .principal()
                .minus(due.amounts().paid())
                .plus(due.amounts().costs())
                .minus(ModulePayment.uncounted(due, entries(source, due.id())));
        return new OpenDues.Open(all, due.amounts().costs());
    }

    private List<ModulePayment> entries(String source, String due) {
        Query query = new Query(ENTRIES + "e.source = ? AND e.due_id = ?", source, due);
        return tables.unit().sql(connection -> query.list(connection, ModuleBooks::payment));
    }

    /** Nobody else books the due until the transaction is over. */
    int lock(String source, String due) {
        return tables.unit().sql(connection -> {
            Query hold = new Query(
                    "UPDATE payments_module_due SET turns = turns + 1 WHERE source = ? AND due_id = ?", source, due);
            int held = hold.change(connection);
            return held > 0
                    ? held
                    : new Query("INSERT INTO payments_module_due (source, due_id, turns) VALUES (?, ?, 0)", source, due)
                            .change(connection);
        });
    }
}
