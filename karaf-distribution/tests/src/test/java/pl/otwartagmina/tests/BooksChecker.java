package pl.otwartagmina.tests;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the books of the portal with those of the simulated bank, by plain SQL over both: booked is what the bank calls
 * paid, every zloty once, and the sums agree. It shares no code with the portal.
 */
final class BooksChecker {
    /** What must find nothing; each row that is found names what is wrong. */
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(
                "paid at the bank, not booked",
                "SELECT b.id FROM sandboxbank_order b LEFT JOIN payments_order o ON o.id = b.id"
                        + " WHERE b.state = 'CONFIRMED' AND (o.id IS NULL OR o.state NOT IN ('booked', 'refunding', 'refunded'))");
        FAULTS.put(
                "booked, not paid at the bank",
                "SELECT o.id FROM payments_order o LEFT JOIN sandboxbank_order b ON b.id = o.id"
                        + " WHERE o.state IN ('confirmed', 'booked', 'refunding', 'refunded')"
                        + " AND (b.id IS NULL OR b.state <> 'CONFIRMED')");
        FAULTS.put(
                "another amount at the bank",
                "SELECT o.id FROM payments_order o JOIN sandboxbank_order b ON b.id = o.id WHERE o.amount * 100 <> b.grosze");
        FAULTS.put(
                "an order and its lines differ",
                "SELECT o.id FROM payments_order o WHERE o.amount <> (SELECT SUM(l.costs + l.interest + l.principal)"
                        + " FROM payments_order_line l WHERE l.order_id = o.id)");
        FAULTS.put(
                "a line of a booked order that is not booked exactly once",
                "SELECT l.order_id FROM payments_order_line l JOIN payments_order o ON o.id = l.order_id"
                        + " WHERE o.state IN ('booked', 'refunding', 'refunded') AND (SELECT COUNT(*) FROM payments_booking k"
                        + " WHERE k.order_id = l.order_id AND k.line = l.line) <> 1");
        FAULTS.put(
                "a booking of a line that was not paid",
                "SELECT k.order_id FROM payments_booking k LEFT JOIN payments_order o ON o.id = k.order_id"
                        + " WHERE o.id IS NULL OR o.state NOT IN ('booked', 'refunding', 'refunded')");
        FAULTS.put(
                "a line and its booking differ",
                "SELECT l.order_id FROM payments_order_line l JOIN payments_booking k ON k.order_id = l.order_id"
                        + " AND k.line = l.line WHERE l.costs + l.interest + l.principal"
                        + " <> k.costs + k.interest + k.principal + k.surplus");
        FAULTS.put(
                "more booked on a due than was open",
                "SELECT d.source_id FROM payments_due d WHERE d.paid + d.pending + (SELECT COALESCE(SUM(k.principal + k.costs), 0)"
                        + " FROM payments_booking k WHERE k.due_id = d.source_id AND k.taken_over IS NULL)"
                        + " > d.principal + d.reminder_cost");
        FAULTS.put("a notification that nobody worked off", "SELECT event FROM payments_event WHERE done IS NULL");
        FAULTS.put(
                "an order whose journal ends elsewhere",
                "SELECT o.id FROM payments_order o WHERE o.state <> (SELECT j.state FROM payments_journal j"
                        + " WHERE j.order_id = o.id AND j.number = (SELECT MAX(n.number) FROM payments_journal n"
                        + " WHERE n.order_id = o.id))");
        FAULTS.put(
                "an order that was confirmed twice",
                "SELECT order_id FROM payments_journal WHERE state = 'confirmed' AND cause <> 'refund'"
                        + " GROUP BY order_id HAVING COUNT(*) > 1");
    }

    private BooksChecker() {}

    /** What is wrong, in words; empty where the books agree. */
    static List<String> check(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
            rows(connection, fault.getValue()).forEach(row -> found.add(fault.getKey() + ": " + row));
        }
        String bank = rows(
                        connection, "SELECT COALESCE(SUM(grosze), 0) FROM sandboxbank_order WHERE state = 'CONFIRMED'")
                .get(0);
        String portal = rows(
                        connection,
                        "SELECT CAST(COALESCE(SUM(costs + interest + principal + surplus), 0) * 100 AS BIGINT)"
                                + " FROM payments_booking")
                .get(0);
        if (!bank.equals(portal)) {
            found.add("the bank took " + bank + " grosze, the portal booked " + portal);
        }
        return found;
    }

    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
