package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.PaidTransfer;
import pl.otwartagmina.service.payments.internal.Payment;

/** What was paid in the portal or by transfer and has not come back from the tax system: an overpayment shows at once. */
final class PaidHere {
    private static final String BOOKINGS = " FROM payments_booking b JOIN payments_order o ON o.id = b.order_id"
            + " WHERE b.party_key = ? AND b.taken_over IS NULL AND o.state <> 'refunded'";
    /** Of a booking or a part of a booking that was given back since. */
    private static final String GIVEN_BACK = "COALESCE((SELECT SUM(%s) FROM payments_refund_line r"
            + " WHERE r.order_id = b.order_id AND r.line = b.line AND r.returned IS NOT NULL), 0)";

    private static final String BOOKED_SURPLUS = "b.surplus - " + String.format(GIVEN_BACK, "r.surplus");
    private static final String ASSIGNMENTS =
            " FROM payments_assignment a WHERE a.party_key = ? AND a.taken_over IS NULL AND a.undone_by IS NULL";

    /** A table of one row, the overpayments of a party here and in the tax system; the party is asked for three times. */
    static final String SURPLUS = "(SELECT COALESCE(SUM(surplus), 0) AS surplus FROM"
            + " (SELECT surplus FROM payments_payment WHERE party_key = ?"
            + " UNION ALL SELECT " + BOOKED_SURPLUS + " AS surplus" + BOOKINGS
            + " UNION ALL SELECT a.surplus" + ASSIGNMENTS + ") s)";

    private PaidHere() {}

    /** What was paid on accounts of a party, as the tax system will have it. */
    static List<Payment> of(Connection connection, PartyKey party) throws SQLException {
        List<Payment> paid = new ArrayList<>(new Query(
                        "SELECT b.order_id, b.line, d.card, b.due_id, b.paid_on,"
                                + " b.costs + b.interest + b.principal + b.surplus - "
                                + String.format(GIVEN_BACK, "r.costs + r.interest + r.principal + r.surplus") + ", "
                                + BOOKED_SURPLUS
                                + BOOKINGS.replace(
                                        " WHERE",
                                        " JOIN payments_due d ON d.source_id = b.due_id WHERE b.source = 'payments' AND"),
                        party.value())
                .list(connection, row -> payment(row, party)));
        paid.addAll(new Query(
                        "SELECT a.entry_id, a.number, a.card, a.due_id, a.paid_on,"
                                + " a.costs + a.interest + a.principal + a.surplus, a.surplus" + ASSIGNMENTS
                                + " AND a.source = 'payments'",
                        party.value())
                .list(connection, row -> payment(row, party)));
        return paid;
    }

    private static Payment payment(ResultSet row, PartyKey party) throws SQLException {
        return new Payment(
                row.getString(1) + "/" + row.getInt(2),
                party,
                row.getString(3),
                row.getString(4),
                row.getDate(5).toLocalDate(),
                new Money(row.getBigDecimal(6)),
                new Money(row.getBigDecimal(7)),
                "");
    }

    /** All transfers that were booked for a party, whoever sent them; their names and accounts are the senders'. */
    static List<PaidTransfer> transfers(Connection connection, PartyKey party) throws SQLException {
        return new Query(
                        "SELECT a.paid_on, a.card, e.title, a.costs + a.interest + a.principal + a.surplus, a.surplus"
                                + " FROM payments_assignment a JOIN payments_bank_entry e ON e.id = a.entry_id"
                                + " WHERE a.party_key = ? AND a.undone_by IS NULL ORDER BY a.paid_on, a.entry_id, a.number",
                        party.value())
                .list(
                        connection,
                        row -> new PaidTransfer(
                                row.getDate(1).toLocalDate(),
                                row.getString(2),
                                row.getString(3),
                                new Money(row.getBigDecimal(4)),
                                new Money(row.getBigDecimal(5))));
    }

    /** Erases transfers of before that day which the tax system or the module has, and entries that no transfer needs. */
    static void erase(Connection connection, PartyKey party, LocalDate before) throws SQLException {
        delete(
                connection,
                "DELETE FROM payments_assignment WHERE party_key = ? AND paid_on < ?"
                        + " AND (taken_over IS NOT NULL OR undone_by IS NOT NULL OR source <> 'payments')"
                        + " AND NOT EXISTS (SELECT 1 FROM payments_telling t WHERE t.tell_at IS NOT NULL"
                        + " AND t.line = payments_assignment.number"
                        + " AND (t.entry = payments_assignment.entry_id OR t.entry = payments_assignment.undone_by))",
                party.value(),
                Date.valueOf(before));
        delete(
                connection,
                "DELETE FROM payments_bank_entry WHERE state IN ('matched', 'assigned', 'reversed', 'reversal')"
                        + " AND booked < ? AND NOT EXISTS (SELECT 1 FROM payments_assignment a"
                        + " WHERE a.entry_id = payments_bank_entry.id OR a.undone_by = payments_bank_entry.id)",
                Date.valueOf(before));
    }

    private static void delete(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                delete.setObject(i + 1, values[i]);
            }
            delete.executeUpdate();
        }
    }
}
