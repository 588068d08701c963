package pl.otwartagmina.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.MigrationFailed;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

@BothDatabases
class MigrationsTest {
    private final Database database;
    private final Path folder;

    MigrationsTest(Database database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void migrations_are_applied_once() {
        UnitDefinition water = water("old").tables();
        try (Unit first = database.open(water)) {
            first.sql(c -> c.createStatement().executeUpdate("INSERT INTO water_meter VALUES (1)"));
        }
        try (Unit second = database.open(water)) {
            assertThat(second.<Integer>sql(c -> number(c, "SELECT COUNT(*) FROM water_meter")))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_newer_module_adds_what_is_new() {
        database.open(water("old").tables()).close();

        try (Unit unit = database.open(newerWater("new").tables())) {
            assertThat(unit.<Set<String>>sql(MigrationsTest::tables)).contains("water_meter", "water_reading");
        }
    }

    @Test
    void modules_live_side_by_side_with_equal_version_numbers() {
        UnitDefinition surveys = new ModuleOnDisk("surveys", folder.resolve("surveys"))
                .with("V1__surveys.sql", "CREATE TABLE surveys_answer (id BIGINT NOT NULL PRIMARY KEY)")
                .tables();

        try (Unit water = database.open(water("water").tables());
                Unit both = database.open(surveys)) {
            assertThat(both.<Set<String>>sql(MigrationsTest::tables))
                    .isEqualTo(water.<Set<String>>sql(MigrationsTest::tables))
                    .contains("water_meter", "water_schema_history", "surveys_answer", "surveys_schema_history");
        }
    }

    @Test
    void a_migration_for_one_product_is_applied_there_only() {
        UnitDefinition module = water("water")
                .with("derby/V2__own.sql", "CREATE TABLE water_derby (id BIGINT)")
                .with("postgresql/V2__own.sql", "CREATE TABLE water_postgresql (id BIGINT)")
                .tables();

        try (Unit unit = database.open(module)) {
            assertThat(unit.<Set<String>>sql(MigrationsTest::tables))
                    .contains("water_" + database.product().name().toLowerCase(Locale.ROOT))
                    .hasSize(3);
        }
    }

    @Test
    void tables_of_a_newer_module_are_refused_and_left_alone() {
        database.open(newerWater("new").tables()).close();

        assertThatThrownBy(() -> database.open(water("old").tables()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("The tables of module water are of version 2, newer than");

        try (Unit unit = database.open(newerWater("new").tables())) {
            assertThat(unit.<Set<String>>sql(MigrationsTest::tables)).contains("water_reading");
        }
    }

    @Test
    void a_failed_migration_changes_nothing_and_says_where_and_why() {
        database.open(water("old").tables()).close();

        assertThatThrownBy(() -> database.open(newerWater("broken")
                        .with(
                                "V3__broken.sql",
                                "CREATE TABLE water_note (id BIGINT);\nINSERT INTO water_nowhere VALUES (1);")
                        .tables()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageStartingWith("The tables of module water could not be migrated, nothing was changed: ")
                .hasMessageContaining("V3__broken.sql")
                .hasMessageContainingAll("Line", "2")
                .message()
                .containsIgnoringCase("water_nowhere");

        try (Unit unit = database.open(water("old").tables())) {
            assertThat(unit.<Set<String>>sql(MigrationsTest::tables))
                    .containsExactly("water_meter", "water_schema_history");
        }
    }

    @Test
    void after_the_mistake_is_mended_the_module_opens() {
        assertThatThrownBy(() -> database.open(water("broken")
                        .with("V2__broken.sql", "CREATE NONSENSE")
                        .tables()))
                .isInstanceOf(MigrationFailed.class);

        try (Unit unit = database.open(newerWater("mended").tables())) {
            assertThat(unit.<Set<String>>sql(MigrationsTest::tables)).contains("water_meter", "water_reading");
        }
    }

    @Test
    void a_migration_that_was_changed_after_it_ran_is_refused() {
        database.open(water("old").tables()).close();

        assertThatThrownBy(() -> database.open(new ModuleOnDisk("water", folder.resolve("changed"))
                        .with("V1__meters.sql", "CREATE TABLE water_meter (id INT)")
                        .tables()))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void a_module_without_migrations_is_told_where_they_belong() {
        UnitDefinition nothing = new ModuleOnDisk("water", folder.resolve("nothing")).tables();

        assertThatThrownBy(() -> database.open(nothing))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("db/migration");
    }

    private ModuleOnDisk water(String version) {
        return new ModuleOnDisk("water", folder.resolve(version))
                .with("V1__meters.sql", "CREATE TABLE water_meter (id BIGINT NOT NULL PRIMARY KEY)");
    }

    private ModuleOnDisk newerWater(String version) {
        return water(version).with("V2__readings.sql", "CREATE TABLE water_reading (id BIGINT NOT NULL PRIMARY KEY)");
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (String pattern : List.of("WATER%", "water%", "SURVEYS%", "surveys%")) {
            try (ResultSet rows =
                    connection.getMetaData().getTables(null, connection.getSchema(), pattern, new String[] {"TABLE"})) {
                while (rows.next()) {
                    names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
