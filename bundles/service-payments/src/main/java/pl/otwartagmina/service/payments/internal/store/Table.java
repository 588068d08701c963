package pl.otwartagmina.service.payments.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Payment;
import pl.otwartagmina.service.payments.internal.TaxComponent;
import pl.otwartagmina.service.payments.internal.bank.TitleWords;

/**
 * A table that follows a file of the tax system: rows are found again by {@code source_id}, and a fingerprint of all
 * their values tells whether anything has changed.
 *
 * @param columns all that come from the file, {@code source_id} first
 * @param values of a record, in the order of the columns
 * @param derived columns that follow from the others, and no part of the fingerprint
 */
record Table<T>(
        String name, List<String> columns, Function<T, List<Object>> values, Map<String, Function<T, Object>> derived) {
    static final Table<Due> DUES = new Table<>(
            "payments_due",
            List.of(
                    "source_id",
                    "party_key",
                    "card",
                    "kind",
                    "decision",
                    "tax_year",
                    "instalment",
                    "instalments",
                    "period",
                    "due_day",
                    "principal",
                    "paid",
                    "pending",
                    "reminder_cost",
                    "creditor_account"),
            due -> List.of(
                    due.id(),
                    due.party().value(),
                    due.card(),
                    due.kind().code(),
                    due.decision(),
                    due.year(),
                    due.instalment().number(),
                    due.instalment().of(),
                    due.instalment().period(),
                    Date.valueOf(due.dueDay()),
                    due.principal().amount(),
                    due.paid().amount(),
                    due.pending().amount(),
                    due.reminderCost().amount(),
                    due.creditor().digits()),
            Map.of("bare_card", due -> TitleWords.bare(due.card())));

    static final Table<Payment> PAYMENTS = new Table<>(
            "payments_payment",
            List.of(
                    "source_id",
                    "party_key",
                    "card",
                    "due_source_id",
                    "paid_on",
                    "amount",
                    "surplus",
                    "portal_payment"),
            payment -> List.of(
                    payment.id(),
                    payment.party().value(),
                    payment.card(),
                    payment.dueId(),
                    Date.valueOf(payment.day()),
                    payment.amount().amount(),
                    payment.surplus().amount(),
                    payment.portalPayment()));

    static final Table<TaxComponent> COMPONENTS = new Table<>(
            "payments_component",
            List.of("source_id", "party_key", "card", "tax_year", "name", "area", "base", "unit", "rate", "amount"),
            component -> List.of(
                    component.id(),
                    component.party().value(),
                    component.card(),
                    component.year(),
                    component.name(),
                    component.area(),
                    component.base(),
                    component.unit(),
                    component.rate(),
                    component.amount().amount()));

    /**
     * Derby plans a statement once, here for a table that may still be empty, and would scan the whole of it ever after;
     * to PostgreSQL the hint is a comment.
     */
    private static final String DERBY = " --DERBY-PROPERTIES ";

    /** Makes Derby read the table before it by an index. */
    static String byIndex(String index) {
        return DERBY + "index=" + index + "\n";
    }

    /** Makes Derby read the table before it by a key. */
    static String byKey(String constraint) {
        return DERBY + "constraint=" + constraint + "\n";
    }

    Table(String name, List<String> columns, Function<T, List<Object>> values) {
        this(name, columns, values, Map.of());
    }

    /** What a batch did. */
    record Written(int accepted, int changed, int unchanged) {}

    /** By which a record is found again. */
    String id(T value) {
        return (String) values.apply(value).get(0);
    }

    /**
     * Inserts what is new and updates what has changed.
     *
     * @param batch at most {@code size} records, no id twice
     * @param size of all batches, so that the database sees the same statement each time
     */
    Written write(Connection connection, List<T> batch, int size) throws SQLException {
        Map<String, String> known = fingerprints(connection, batch, size);
        int inserted = 0;
        int updated = 0;
        try (PreparedStatement insert = connection.prepareStatement(insertSql());
                PreparedStatement update = connection.prepareStatement(updateSql())) {
            for (T value : batch) {
                List<Object> row = values.apply(value);
                String fingerprint = fingerprint(row);
                String id = (String) row.get(0);
                String before = known.get(id);
                if (before == null) {
                    bind(insert, value, row, fingerprint);
                    insert.addBatch();
                    inserted++;
                } else if (!before.equals(fingerprint)) {
                    int bound = bind(update, value, row, fingerprint);
                    update.setString(bound + 1, id);
                    update.addBatch();
                    updated++;
                }
            }
            if (inserted > 0) {
                Planning.ONCE.begin(connection);
                insert.executeBatch();
                Planning.EACH_TIME.begin(connection);
            }
            if (updated > 0) {
                update.executeBatch();
            }
        }
        return new Written(inserted, updated, batch.size() - inserted - updated);
    }

    private Map<String, String> fingerprints(Connection connection, List<T> batch, int size) throws SQLException {
        Map<String, String> known = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT source_id, fingerprint FROM " + name + byKey(name + "_pk")
                        + "WHERE source_id IN (" + String.join(",", Collections.nCopies(size, "?")) + ")")) {
            for (int i = 0; i < size; i++) {
                // a short last batch asks for its last id again and again
                T value = batch.get(Math.min(i, batch.size() - 1));
                select.setString(i + 1, id(value));
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    known.put(found.getString(1), found.getString(2));
                }
            }
        }
        return known;
    }

    private List<String> written() {
        return Stream.concat(columns.stream(), derived.keySet().stream()).toList();
    }

    private String insertSql() {
        return "INSERT INTO " + name + " (" + String.join(", ", written()) + ", fingerprint, version) VALUES ("
                + String.join(", ", Collections.nCopies(written().size() + 1, "?")) + ", 1)";
    }

    private String updateSql() {
        return "UPDATE " + name + " SET "
                + written().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + ", fingerprint = ?, version = version + 1 WHERE source_id = ?";
    }

    /** Tells how many values it has set. */
    private int bind(PreparedStatement statement, T value, List<Object> row, String fingerprint) throws SQLException {
        int at = 0;
        for (Object cell : row) {
            statement.setObject(++at, cell);
        }
        for (Function<T, Object> follows : derived.values()) {
            statement.setObject(++at, follows.apply(value));
        }
        statement.setString(++at, fingerprint);
        return at;
    }

    /** 128 bits of SHA-256 over the values. */
    static String fingerprint(List<Object> row) {
        String text = row.stream().map(String::valueOf).collect(Collectors.joining("\u001f"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
