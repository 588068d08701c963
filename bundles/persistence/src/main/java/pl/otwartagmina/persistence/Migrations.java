package pl.otwartagmina.persistence;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.MigrationFailed;
import pl.otwartagmina.api.data.UnitDefinition;

/** Brings the tables of a module to the version that the module's code expects. */
final class Migrations {
    private Migrations() {}

    /** Applies what is missing, in one transaction. */
    static void apply(UnitDefinition definition, DataSource source, Product product) {
        String module = definition.module();
        MigrationFiles files = MigrationFiles.of(definition, product);
        if (files.isEmpty()) {
            throw new MigrationFailed(
                    "Module " + module + " brings no migrations: its bundle has no db/migration/*.sql.");
        }
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(source)
                .table(module + "_schema_history")
                .resourceProvider(files)
                .javaMigrationClassProvider(List::of)
                // Other modules have tables in the same schema, so it is never empty.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .group(true)
                // By default tables of a newer version are passed over.
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            migrate(module, flyway);
        } catch (FlywayException failure) {
            if (Outage.isBehind(failure)) {
                throw new DatabaseUnavailable("The database does not answer", failure);
            }
            throw new MigrationFailed(
                    "The tables of module " + module + " could not be migrated, nothing was changed: "
                            + reason(failure),
                    failure);
        }
    }

    private static void migrate(String module, Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException mismatch) {
            refuseNewerTables(module, flyway);
            throw mismatch;
        }
    }

    private static void refuseNewerTables(String module, Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Stream.of(all)
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS
                        || one.getState() == MigrationState.FUTURE_FAILED)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .ifPresent(tables -> {
                    throw new MigrationFailed("The tables of module " + module + " are of version " + tables
                            + ", newer than this version of the module knows; nothing was changed."
                            + " Install the newer module again, or restore a backup from before its installation.");
                });
    }

    /** The database's own words where there are any: Flyway's report is a page long. */
    private static String reason(FlywayException failure) {
        String report = String.valueOf(failure.getMessage());
        List<String> lines = report.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("-+"))
                .toList();
        List<String> telling = lines.stream()
                .filter(line -> line.matches("(Message|Location|Line|SQL State|Migration checksum|->).*"))
                .toList();
        return String.join("; ", telling.isEmpty() ? lines : telling);
    }
}
