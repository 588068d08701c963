package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;

/**
 * A table of what was paid here and waits for the tax system to take it over. Where money comes another way and has books of
 * its own, they are one more in {@link #ALL}.
 *
 * @param table with source, due_id, party_key, costs, principal, booked, taken_over, in_due
 * @param id the column of {@link PortalPayment#id}
 * @param line the column of {@link PortalPayment#line}
 * @param amount what of a row is paid of its due
 * @param counts a condition: which rows count
 */
record Books(String table, String id, String line, String amount, String counts) {
    static final List<Books> ALL = List.of(
            new Books("payments_booking", "order_id", "line", "costs + principal - given_back", "1 = 1"),
            new Books("payments_assignment", "entry_id", "number", "costs + principal", "undone_by IS NULL"));

    /** Tells in a query on dues whether anything was ever paid here for a due. */
    static final String PAID_HERE = ALL.stream()
            .map(books -> "EXISTS (SELECT 1 FROM " + books.table + " b WHERE b.source = '" + Dues.SOURCE
                    + "' AND b.due_id = source_id AND " + books.counts + ")")
            .collect(Collectors.joining(" OR "));

    /** What was booked under a name. */
    record Entry(Books books, PortalPayment name, PartyKey party, String source, String due) {
        /** Whether it was paid for this due of the tax system. */
        boolean isFor(String imported) {
            return source.equals(Dues.SOURCE) && due.equals(imported);
        }
    }

    /**
     * What waits of a due.
     *
     * @param all costs and principal
     * @param named what of it a payment of the tax system has named
     */
    record Waiting(Money all, Money named) {
        Waiting plus(Waiting other) {
            return new Waiting(all.plus(other.all), named.plus(other.named));
        }
    }

    /**
     * What waits of each of these dues; those of which nothing waits are left out.
     *
     * @param until what was booked later is left out too
     * @param size of the list in all calls, so that the database sees the same statement each time
     */
    static Map<String, Waiting> waiting(Connection connection, Collection<String> dues, Instant until, int size)
            throws SQLException {
        Map<String, Waiting> waiting = new HashMap<>();
        if (!dues.isEmpty()) {
            for (Books books : ALL) {
                books.readWaiting(connection, List.copyOf(dues), until, size)
                        .forEach((due, amount) -> waiting.merge(due, amount, Waiting::plus));
            }
        }
        return waiting;
    }

    private Map<String, Waiting> readWaiting(Connection connection, List<String> dues, Instant until, int size)
            throws SQLException {
        Map<String, Waiting> waiting = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT due_id, SUM(" + amount + "),"
                + " SUM(CASE WHEN taken_over IS NULL THEN 0 ELSE " + amount + " END) FROM " + table
                + Table.byIndex(table + "_due") + "WHERE source = ? AND due_id IN ("
                + String.join(",", Collections.nCopies(size, "?"))
                + ") AND in_due IS NULL AND " + counts + " AND booked <= ? GROUP BY due_id")) {
            select.setString(1, Dues.SOURCE);
            for (int i = 0; i < size; i++) {
                // a short last batch asks for its last due again and again
                select.setString(i + 2, dues.get(Math.min(i, dues.size() - 1)));
            }
            Moments.set(select, size + 2, until);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    waiting.put(
                            found.getString(1),
                            new Waiting(new Money(found.getBigDecimal(2)), new Money(found.getBigDecimal(3))));
                }
            }
        }
        return waiting;
    }

    /** What was booked under these names. */
    static Map<PortalPayment, Entry> find(Connection connection, Collection<PortalPayment> names) throws SQLException {
        Map<PortalPayment, Entry> entries = new HashMap<>();
        for (Books books : ALL) {
            try (PreparedStatement select = connection.prepareStatement("SELECT party_key, source, due_id FROM "
                    + books.table + " WHERE " + books.id + " = ? AND " + books.line + " = ? AND " + books.counts)) {
                for (PortalPayment name : names) {
                    select.setString(1, name.id());
                    select.setInt(2, name.line());
                    try (ResultSet found = select.executeQuery()) {
                        if (found.next()) {
                            entries.put(
                                    name,
                                    new Entry(
                                            books,
                                            name,
                                            new PartyKey(found.getString(1)),
                                            found.getString(2),
                                            found.getString(3)));
                        }
                    }
                }
            }
        }
        return entries;
    }

    /** The tax system has taken these over. What was taken over before stays as it was. */
    static void takeOver(Connection connection, Collection<Entry> entries, Instant now) throws SQLException {
        for (Books books : ALL) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE " + books.table
                    + " SET taken_over = ? WHERE " + books.id + " = ? AND " + books.line
                    + " = ? AND taken_over IS NULL")) {
                for (Entry entry : entries) {
                    if (entry.books().equals(books)) {
                        Moments.set(update, 1, now);
                        update.setString(2, entry.name().id());
                        update.setInt(3, entry.name().line());
                        update.addBatch();
                    }
                }
                update.executeBatch();
            }
        }
    }

    /** The due was read after these were taken over: they wait no more. */
    static void seen(Connection connection, String due, Instant now) throws SQLException {
        for (Books books : ALL) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE " + books.table
                            + " SET in_due = ? WHERE source = ? AND due_id = ? AND taken_over IS NOT NULL AND in_due IS NULL")) {
                Moments.set(update, 1, now);
                update.setString(2, Dues.SOURCE);
                update.setString(3, due);
                update.executeUpdate();
            }
        }
    }
}
