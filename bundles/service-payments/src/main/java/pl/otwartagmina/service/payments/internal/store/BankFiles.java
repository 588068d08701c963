package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.service.payments.internal.bank.Fault;
import pl.otwartagmina.service.payments.internal.bank.TakenFile;

/** The tables of files that were taken, and of what in them could not be. */
final class BankFiles {
    /** Whoever sends a file of nothing but faults has read enough by then; the count tells all. */
    private static final int FAULTS = 200;

    private static final String SELECT =
            "SELECT f.id, f.name, f.taken_at, f.taken_by, f.encoding, f.statements, f.taken, f.known, f.rejected,"
                    + " (SELECT COUNT(*) FROM payments_bank_entry e WHERE e.file_id = f.id"
                    + " AND e.state IN ('new', 'waiting')) AS waiting FROM payments_bank_file f ";

    private final DuesTables tables;

    BankFiles(DuesTables tables) {
        this.tables = tables;
    }

    void insert(TakenFile file, List<Fault> faults) {
        tables.unit().sql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO payments_bank_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, file.id());
                insert.setString(2, BankEntries.cut(file.name(), 255));
                Moments.set(insert, 3, file.at());
                insert.setString(4, BankEntries.cut(file.by(), 120));
                insert.setString(5, BankEntries.cut(file.encoding(), 20));
                insert.setInt(6, file.statements());
                insert.setInt(7, file.taken());
                insert.setInt(8, file.known());
                insert.setInt(9, file.rejected());
                insert.executeUpdate();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO payments_bank_fault VALUES (?, ?, ?, ?, ?, ?)")) {
                int number = 0;
                for (Fault fault : faults.subList(0, Math.min(FAULTS, faults.size()))) {
                    insert.setString(1, file.id());
                    insert.setInt(2, ++number);
                    insert.setInt(3, fault.line());
                    insert.setString(4, BankEntries.cut(fault.statement(), 70));
                    insert.setInt(5, fault.position());
                    insert.setString(6, fault.reason().code());
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    Optional<TakenFile> find(String id) {
        return list(new Query(SELECT).add("WHERE f.id = ?", id)).stream().findFirst();
    }

    int count() {
        return tables.unit().sql(connection -> new Query("SELECT COUNT(*) FROM payments_bank_file")
                .list(connection, row -> row.getInt(1))
                .get(0));
    }

    /** Last taken first. */
    List<TakenFile> page(int from, int size) {
        return list(new Query(SELECT)
                .add("ORDER BY f.taken_at DESC, f.id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY", from, size));
    }

    /** The first of what was not taken of a file. */
    List<Fault> faults(String file) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT line, statement, position, reason FROM payments_bank_fault WHERE file_id = ?", file)
                .add(" ORDER BY number")
                .list(
                        connection,
                        row -> new Fault(
                                row.getInt(1),
                                row.getString(2),
                                row.getInt(3),
                                Fault.Reason.ofCode(row.getString(4)))));
    }

    private List<TakenFile> list(Query query) {
        return tables.unit().sql(connection -> query.list(connection, BankFiles::file));
    }

    private static TakenFile file(ResultSet row) throws SQLException {
        return new TakenFile(
                row.getString("id"),
                row.getString("name"),
                Moments.get(row, row.findColumn("taken_at")).orElseThrow(),
                row.getString("taken_by"),
                row.getString("encoding"),
                row.getInt("statements"),
                row.getInt("taken"),
                row.getInt("known"),
                row.getInt("rejected"),
                row.getInt("waiting"));
    }
}
