package pl.otwartagmina.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Reads a file of dues into a table by batches of plain JDBC, and looks at nothing. */
final class PlainImport {
    private static final int BATCH = 500;

    private PlainImport() {}

    static void run(Connection connection, Path file) throws IOException, SQLException {
        try (BufferedReader lines = Files.newBufferedReader(file);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO plain_due (source_id, party_key, card,"
                                + " kind, decision, tax_year, instalment, instalments, period, due_day, principal, paid, pending,"
                                + " reminder_cost, creditor_account, fingerprint, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1)")) {
            lines.readLine();
            int waiting = 0;
            String line;
            while ((line = lines.readLine()) != null) {
                String[] cells = line.split(";", -1);
                insert.setString(1, cells[0]);
                insert.setString(2, cells[1]);
                insert.setString(3, cells[3]);
                insert.setString(4, cells[4]);
                insert.setString(5, cells[5]);
                insert.setInt(6, Integer.parseInt(cells[6]));
                insert.setInt(7, Integer.parseInt(cells[7]));
                insert.setInt(8, Integer.parseInt(cells[8]));
                insert.setString(9, cells[9]);
                insert.setDate(10, Date.valueOf(cells[10]));
                for (int i = 11; i <= 14; i++) {
                    insert.setBigDecimal(i, new BigDecimal(cells[i].replace(',', '.')));
                }
                insert.setString(15, cells[15]);
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
