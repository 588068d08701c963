package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.DueGroup;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Tab;

/** A SELECT that grows by conditions, each with its arguments. */
final class Query {
    private static final String OPEN = "(principal - paid + reminder_cost)";
    private static final int FETCHED = 500;
    private static final String UNPAID = "pending < " + OPEN;

    private final StringBuilder sql = new StringBuilder(256);
    private final List<Object> arguments = new ArrayList<>();

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Query(String select, Object... values) {
        add(select, values);
    }

    /** Adds words of the statement and the values of the question marks in them. */
    Query add(String words, Object... values) {
        sql.append(words);
        for (Object value : values) {
            arguments.add(value instanceof LocalDate day ? Date.valueOf(day) : value);
        }
        return this;
    }

    /** One of these values, of which there is at least one. */
    Query in(String column, Collection<?> values) {
        List<Object> wanted = new ArrayList<>(values);
        // a few lengths only, so that the database does not plan a statement for each number of values
        while (Integer.bitCount(wanted.size()) > 1) {
            wanted.add(wanted.get(0));
        }
        return add(
                column + " IN (" + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")", wanted.toArray());
    }

    /** Dues of one party; those that the office has withdrawn, where something was paid here. */
    Query ofParty(PartyKey party) {
        return add(
                " WHERE party_key = ? AND (principal > 0 OR reminder_cost > 0 OR " + Books.PAID_HERE + ")",
                party.value());
    }

    Query matching(DueFilter filter) {
        filter.group().ifPresent(this::ofGroup);
        filter.from().ifPresent(from -> add(" AND due_day >= ?", from));
        filter.to().ifPresent(to -> add(" AND due_day <= ?", to));
        filter.year().ifPresent(year -> add(" AND tax_year = ?", year));
        if (!filter.text().isEmpty()) {
            String pattern = "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            add(" AND (LOWER(decision) LIKE ? ESCAPE '!' OR LOWER(card) LIKE ? ESCAPE '!')", pattern, pattern);
        }
        return this;
    }

    /** Of another module nothing is in these tables. */
    private void ofGroup(DueGroup group) {
        add(
                group.kind().isPresent() ? " AND kind = ?" : " AND 1 = 0",
                group.kind().stream().map(Kind::code).toArray());
    }

    /** Says in SQL what {@code Due.state} says in Java. */
    Query in(Tab tab, LocalDate today) {
        return switch (tab) {
            case UNPAID -> add(UNPAID);
            case OVERDUE -> add(UNPAID + " AND due_day < ?", today);
            case IN_PROGRESS -> add(OPEN + " > 0 AND pending >= " + OPEN);
            case PAID -> add(OPEN + " = 0");
        };
    }

    Query notPaid() {
        return add(" AND " + OPEN + " > 0");
    }

    <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            bind(select);
            List<T> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            return rows;
        }
    }

    /** Hands each row over as it comes, for results of any length. */
    <T> void each(Connection connection, RowReader<T> reader, Consumer<T> taker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            select.setFetchSize(FETCHED);
            bind(select);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    taker.accept(reader.read(found));
                }
            }
        }
    }

    /** Runs an INSERT, UPDATE or DELETE and tells how many rows it touched. */
    int change(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            return statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Instant moment) {
                Moments.set(statement, i + 1, moment);
            } else {
                statement.setObject(i + 1, arguments.get(i));
            }
        }
    }
}
