package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

/** The module's share of the database, open as long as the module runs. */
@Component(service = DuesTables.class)
public final class DuesTables {
    private final Unit unit;
    private final Clock clock;

    /** Brings the tables to the module's version. */
    @Activate
    public DuesTables(@Reference Database database, @Reference Clock clock) {
        this.unit = database.open(UnitDefinition.of("payments", DuesTables.class));
        this.clock = clock;
        BareCards.fillIn(unit);
    }

    @Deactivate
    void close() {
        unit.close();
    }

    Unit unit() {
        return unit;
    }

    /** Tells the day and time of the gmina. */
    public Clock clock() {
        return clock;
    }

    /** Runs a batch, whose statements are planned for the tables as they are by then. */
    <T> T batch(Unit.SqlWork<T> work) {
        return unit.sql(connection -> {
            Planning.EACH_TIME.begin(connection);
            return work.run(connection);
        });
    }

    <T> Table.Written write(Table<T> table, List<T> batch, int size) {
        return unit.sql(connection -> table.write(connection, batch, size));
    }

    /** Whether a file of that name was ever read to its end. */
    public boolean imported(String fileName) {
        Query query = new Query("SELECT COUNT(*) FROM payments_import WHERE file_name = ?", fileName);
        return unit.sql(
                connection -> query.list(connection, row -> row.getInt(1)).get(0) > 0);
    }

    void recordImport(String fileName, ImportReport report) {
        unit.sql(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO payments_import VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                Moments.set(insert, 1, clock.instant());
                insert.setString(2, report.sheet());
                insert.setString(3, fileName.length() > 255 ? fileName.substring(0, 255) : fileName);
                insert.setLong(4, report.accepted());
                insert.setLong(5, report.changed());
                insert.setLong(6, report.unchanged());
                insert.setLong(7, report.rejected());
                return insert.executeUpdate();
            }
        });
    }
}
