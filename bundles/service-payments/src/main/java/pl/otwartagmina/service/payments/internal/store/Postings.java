package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/**
 * What one transaction does to orders: their moves, their journal and the books (dekretacja). It is collected and written at
 * the end, a batch for each table, because what takes the time is every single statement. Not for several threads.
 */
final class Postings {
    private final DuesTables tables;
    private final Map<String, Move> moves = new LinkedHashMap<>();
    private final List<Entry> journal = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();

    private record Move(OrderState to, Optional<Instant> paidAt) {
        Move then(Move next) {
            return new Move(next.to, next.paidAt.or(() -> paidAt));
        }
    }

    private record Entry(String order, OrderEvent event) {}

    Postings(DuesTables tables) {
        this.tables = tables;
    }

    /** An order goes on to the state of the event. */
    void move(String order, OrderEvent event, Optional<Instant> paidAt) {
        moves.merge(order, new Move(event.state(), paidAt), Move::then);
        note(order, event);
    }

    /** Something happens to an order that stays as it is. */
    void note(String order, OrderEvent event) {
        journal.add(new Entry(order, event));
    }

    /** What was paid goes into the books. */
    void book(List<Booking> paid) {
        bookings.addAll(paid);
    }

    /** Whether a payment of this due waits to be written, so that the tables do not tell of it yet. */
    boolean bookOf(String source, String due) {
        return bookings.stream()
                .anyMatch(one ->
                        one.of().source().equals(source) && one.of().due().equals(due));
    }

    /**
     * Writes what was collected, within the transaction. A line that is booked already stays as it is booked and all of it
     * fails, so nobody's money counts twice.
     *
     * @throws DatabaseUnavailable also if one of the lines is booked
     */
    void write() {
        tables.unit().sql(connection -> {
            writeBookings(connection, tables.clock().instant());
            writeMoves(connection);
            writeJournal(connection);
            return this;
        });
        moves.clear();
        journal.clear();
        bookings.clear();
    }

    private void writeBookings(Connection connection, Instant now) throws SQLException {
        if (bookings.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO payments_booking (order_id, line, source, due_id, party_key, costs, interest, principal,"
                        + " surplus, paid_on, booked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Booking booking : bookings) {
                insert.setString(1, booking.order());
                insert.setInt(2, booking.line());
                insert.setString(3, booking.of().source());
                insert.setString(4, booking.of().due());
                insert.setString(5, booking.of().party().value());
                insert.setBigDecimal(6, booking.costs().amount());
                insert.setBigDecimal(7, booking.interest().amount());
                insert.setBigDecimal(8, booking.principal().amount());
                insert.setBigDecimal(9, booking.surplus().amount());
                insert.setDate(10, Date.valueOf(booking.paidOn()));
                Moments.set(insert, 11, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (String order : bookings.stream()
                .filter(booking -> !booking.of().source().equals(Dues.SOURCE))
                .map(Booking::order)
                .collect(Collectors.toSet())) {
            Tellings.of(connection, order, now);
        }
    }

    private void writeMoves(Connection connection) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE payments_order SET state = ?, paid_at = COALESCE(?, paid_at) WHERE id = ?")) {
            for (Map.Entry<String, Move> move : moves.entrySet()) {
                update.setString(1, move.getValue().to().code());
                Orders.set(update, 2, move.getValue().paidAt());
                update.setString(3, move.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private void writeJournal(Connection connection) throws SQLException {
        if (journal.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO payments_journal"
                + " SELECT CAST(? AS VARCHAR(36)), COALESCE(MAX(number), 0) + 1, CAST(? AS TIMESTAMP),"
                + " CAST(? AS VARCHAR(12)), CAST(? AS VARCHAR(24)), CAST(? AS VARCHAR(200))"
                + " FROM payments_journal WHERE order_id = ?")) {
            for (Entry entry : journal) {
                insert.setString(1, entry.order());
                Moments.set(insert, 2, entry.event().happened());
                insert.setString(3, entry.event().state().code());
                insert.setString(4, entry.event().cause().name().toLowerCase(Locale.ROOT));
                insert.setString(5, entry.event().detail());
                insert.setString(6, entry.order());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
