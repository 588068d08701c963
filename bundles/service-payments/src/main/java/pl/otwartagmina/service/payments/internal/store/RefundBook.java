package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.RefundShare;
import pl.otwartagmina.service.payments.internal.order.RefundState;

/** Refunds as they are written down; what changes one holds its order. */
final class RefundBook {
    private static final String SELECT =
            "SELECT id, order_id, amount, reason, clerk, state, written, ended, asked FROM payments_refund ";

    private final DuesTables tables;

    RefundBook(DuesTables tables) {
        this.tables = tables;
    }

    /** Writes a refund down; one that is under way is asked for at the gateway from now on. */
    void insert(OfficeRefund refund, List<RefundShare> shares) {
        boolean open = refund.state().isOpen();
        tables.unit().sql(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payments_refund (id, order_id, amount, reason, clerk, state,"
                            + " written, ended, ask_at, asked, open_order) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")) {
                insert.setString(1, refund.id());
                insert.setString(2, refund.order());
                insert.setBigDecimal(3, refund.amount().amount());
                insert.setString(4, refund.reason());
                insert.setString(5, refund.clerk());
                insert.setString(6, refund.state().code());
                Moments.set(insert, 7, refund.written());
                Orders.set(insert, 8, refund.ended());
                Orders.set(insert, 9, open ? Optional.of(refund.written()) : Optional.empty());
                insert.setString(10, open ? refund.order() : null);
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO payments_refund_line VALUES (?, ?, ?, ?, ?, ?, ?, NULL)")) {
                for (RefundShare share : shares) {
                    insert.setString(1, refund.id());
                    insert.setString(2, refund.order());
                    insert.setInt(3, share.line());
                    insert.setBigDecimal(4, share.costs().amount());
                    insert.setBigDecimal(5, share.interest().amount());
                    insert.setBigDecimal(6, share.principal().amount());
                    insert.setBigDecimal(7, share.surplus().amount());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            refund.ended().ifPresent(now -> returned(refund, now));
            return refund;
        });
    }

    Optional<OfficeRefund> find(String id) {
        return list(new Query(SELECT + "WHERE id = ?", id)).stream().findFirst();
    }

    /** All refunds of an order, first come first. */
    List<OfficeRefund> of(String order) {
        return list(new Query(SELECT + "WHERE order_id = ? ORDER BY written, id", order));
    }

    /** What of the order's lines was given back, or is being given back. */
    List<RefundShare> shares(String order) {
        Query query = new Query(
                "SELECT l.line, l.costs, l.interest, l.principal, l.surplus FROM payments_refund_line l"
                        + " JOIN payments_refund r ON r.id = l.refund WHERE r.order_id = ? AND r.state <> ?",
                order,
                RefundState.FAILED.code());
        return tables.unit()
                .sql(connection -> query.list(
                        connection,
                        row -> new RefundShare(
                                row.getInt(1),
                                new Money(row.getBigDecimal(2)),
                                new Money(row.getBigDecimal(3)),
                                new Money(row.getBigDecimal(4)),
                                new Money(row.getBigDecimal(5)))));
    }

    /** Ids of refunds for which the gateway is to be asked by now, the longest waiting first. */
    List<String> due(Instant now, int most) {
        Query query = new Query(
                "SELECT id FROM payments_refund WHERE ask_at <= ? ORDER BY ask_at FETCH FIRST ? ROWS ONLY", now, most);
        return tables.unit().sql(connection -> query.list(connection, row -> row.getString(1)));
    }

    /** It is still under way; the gateway is asked again then. */
    void goesOn(OfficeRefund refund, RefundState state, Instant askAt) {
        change(new Query(
                "UPDATE payments_refund SET state = ?, ask_at = ?, asked = asked + 1 WHERE id = ? AND ended IS NULL",
                state.code(),
                askAt,
                refund.id()));
    }

    /** It has ended; another one may follow. */
    void ends(OfficeRefund refund, RefundState state, Instant now) {
        change(new Query(
                "UPDATE payments_refund SET state = ?, ended = ?, ask_at = NULL, open_order = NULL"
                        + " WHERE id = ? AND ended IS NULL",
                state.code(),
                now,
                refund.id()));
        if (state == RefundState.DONE) {
            returned(refund, now);
        }
    }

    /** What of the bookings was for dues is owed again. */
    private void returned(OfficeRefund refund, Instant now) {
        change(new Query("UPDATE payments_refund_line SET returned = ? WHERE refund = ?", now, refund.id()));
        tables.unit().sql(connection -> {
            Tellings.of(connection, refund.id(), now);
            return refund;
        });
        change(new Query(
                "UPDATE payments_booking SET given_back = given_back + (SELECT g.costs + g.principal"
                        + " FROM payments_refund_line g WHERE g.refund = ? AND g.order_id = payments_booking.order_id"
                        + " AND g.line = payments_booking.line) WHERE order_id = ? AND line IN"
                        + " (SELECT h.line FROM payments_refund_line h WHERE h.refund = ?)",
                refund.id(),
                refund.order(),
                refund.id()));
    }

    private void change(Query update) {
        tables.unit().sql(update::change);
    }

    private List<OfficeRefund> list(Query query) {
        return tables.unit().sql(connection -> query.list(connection, RefundBook::refund));
    }

    private static OfficeRefund refund(ResultSet row) throws SQLException {
        return new OfficeRefund(
                row.getString(1),
                row.getString(2),
                new Money(row.getBigDecimal(3)),
                row.getString(4),
                row.getString(5),
                RefundState.ofCode(row.getString(6)),
                Moments.get(row, 7).orElseThrow(),
                Moments.get(row, 8),
                row.getInt(9));
    }
}
