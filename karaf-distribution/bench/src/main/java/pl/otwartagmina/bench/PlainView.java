package pl.otwartagmina.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the list of dues asks of the tables: counts of its tabs, a page, and all that is open. */
final class PlainView {
    private static final String OPEN = "(principal - paid + reminder_cost)";
    private static final String OF_PARTY =
            " FROM payments_due_now WHERE party_key = ? AND (principal > 0 OR reminder_cost > 0)";

    private PlainView() {}

    static void read(Connection connection, String party) throws SQLException {
        query(
                connection,
                "SELECT i.finished, p.surplus, c.* FROM (SELECT COALESCE(SUM(CASE WHEN pending < " + OPEN
                        + " THEN 1 ELSE 0 END), 0) AS n0, COALESCE(SUM(CASE WHEN pending < " + OPEN
                        + " AND due_day < CURRENT_DATE THEN 1 ELSE 0 END), 0) AS n1, COALESCE(SUM(CASE WHEN " + OPEN
                        + " > 0 AND pending >= " + OPEN + " THEN 1 ELSE 0 END), 0) AS n2, COALESCE(SUM(CASE WHEN "
                        + OPEN
                        + " = 0 THEN 1 ELSE 0 END), 0) AS n3, COUNT(*) AS n" + OF_PARTY
                        + ") c, (SELECT COALESCE(SUM(surplus), 0) AS surplus FROM payments_payment WHERE party_key = ?) p,"
                        + " (SELECT MAX(finished) AS finished FROM payments_import WHERE sheet = 'dues') i",
                party,
                party);
        query(
                connection,
                "SELECT *" + OF_PARTY + " AND pending < " + OPEN
                        + " ORDER BY due_day, source_id OFFSET 0 ROWS FETCH NEXT 25 ROWS ONLY",
                party);
        query(connection, "SELECT *" + OF_PARTY + " AND " + OPEN + " > 0 ORDER BY due_day, source_id", party);
    }

    private static void query(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        rows.getObject(i);
                    }
                }
            }
        }
    }
}
