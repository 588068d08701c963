package pl.otwartagmina.testing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

@BothDatabases
class DepartureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    private final Path folder;

    DepartureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_class_loader_of_a_module_is_gone_after_its_unit_was_closed(Database database) throws Exception {
        database.open(module("staying").tables());

        WeakReference<ClassLoader> loader = useAndClose(database);

        assertThat(awaitGone()).isSameAs(loader);
    }

    @Test
    void an_open_unit_keeps_the_class_loader_so_the_test_above_can_fail(Database database) throws Exception {
        UnitDefinition definition = module("kit").entity(DueRow.class);
        WeakReference<ClassLoader> loader = new WeakReference<>(definition.loader(), gone);
        Unit unit = database.open(definition);

        System.gc();

        assertThat(gone.remove(Duration.ofMillis(200).toMillis())).isNull();
        assertThat(loader.get()).isSameAs(definition.loader());
        unit.close();
    }

    /** Everything that EclipseLink caches by class: metadata, named and parsed queries, rows. */
    private WeakReference<ClassLoader> useAndClose(Database database) throws ReflectiveOperationException {
        UnitDefinition definition = module("kit").entity(DueRow.class);
        assertThat(definition.entities().get(0)).isNotEqualTo(DueRow.class);
        Object row = newRow(definition.entities().get(0));
        try (Unit unit = database.open(definition)) {
            unit.tx(em -> {
                em.persist(row);
                return row;
            });
            int found = unit.tx(em -> em.createQuery("SELECT d FROM Due d WHERE d.title = ''")
                    .getResultList()
                    .size());
            assertThat(found).isEqualTo(1);
        }
        return new WeakReference<>(definition.loader(), gone);
    }

    private static Object newRow(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object row = constructor.newInstance();
        var id = type.getDeclaredField("id");
        id.setAccessible(true);
        id.setLong(row, 7);
        return row;
    }

    private ModuleOnDisk module(String id) {
        return new ModuleOnDisk(id, folder.resolve(id))
                .with(DueRow.class)
                .with(
                        "V1__dues.sql",
                        "CREATE TABLE " + id + "_due (id BIGINT NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL,"
                                + " amount DECIMAL(12, 2) NOT NULL, due DATE NOT NULL, booked TIMESTAMP,"
                                + " version INT NOT NULL)");
    }

    private Object awaitGone() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            System.gc();
            Object found = gone.remove(100);
            if (found != null) {
                return found;
            }
        }
        return "still there after " + PATIENCE;
    }
}
