package pl.otwartagmina.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import pl.otwartagmina.api.data.Database;

class PortalDatabaseTest {
    private static final String DATABASE = Database.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;

    PortalDatabaseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void an_empty_configuration_gives_derby_that_keeps_rows_over_a_restart() throws Exception {
        for (int start = 1; start <= 2; start++) {
            try (Container container = new Container(folder)) {
                if (start == 1) {
                    container.configure(Map.of());
                }
                container.await(DATABASE);
                container.startProbe();

                assertThat(container.await(Supplier.class).get()).isEqualTo(start + " on DERBY, 2026-10-25T00:30:00Z");
                assertThat(folder.resolve("data/db/db.lck")).exists();
            }
            assertThat(folder.resolve("data/db/db.lck")).doesNotExist();
        }
    }

    @Test
    void a_url_and_a_password_file_give_postgresql() throws Exception {
        try (PostgreSQLWithPasswords server = new PostgreSQLWithPasswords(folder);
                Container container = new Container(folder)) {
            container.configure(settings(server, PostgreSQLWithPasswords.PASSWORD + "\n"));
            container.await(DATABASE);
            container.startProbe();

            assertThat(container.await(Supplier.class).get()).isEqualTo("1 on POSTGRESQL, 2026-10-25T00:30:00Z");
            assertThat(folder.resolve("data/db")).doesNotExist();
        }
    }

    @Test
    void a_refused_password_means_no_database_until_it_is_mended() throws Exception {
        try (PostgreSQLWithPasswords server = new PostgreSQLWithPasswords(folder);
                Container container = new Container(folder)) {
            container.configure(settings(server, "zgadywane"));

            assertThat(container.awaitFailure())
                    .contains("user name or password was refused")
                    .doesNotContain("zgadywane");
            assertThat(container.offers(DATABASE)).isFalse();
            assertThat(folder.resolve("data/db")).doesNotExist();

            container.configure(settings(server, PostgreSQLWithPasswords.PASSWORD));
            container.await(DATABASE);
        }
    }

    @Test
    void without_a_configuration_there_is_no_database() throws Exception {
        try (Container container = new Container(folder)) {
            container.await(Clock.class);

            assertThat(container.offers(DATABASE)).isFalse();
            assertThat(folder.resolve("data/db")).doesNotExist();
        }
    }

    @Test
    void a_careless_module_leaves_no_class_loader_behind() throws Exception {
        try (Container container = new Container(folder)) {
            container.configure(Map.of());
            container.await(DATABASE);
            ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

            WeakReference<ClassLoader> loader = startAndRemove(container, gone);

            assertThat(awaitOf(gone)).isSameAs(loader);
            container.startProbe();
            assertThat(container.await(Supplier.class).get()).isEqualTo("2 on DERBY, 2026-10-25T00:30:00Z");
        }
    }

    @Test
    void the_clock_of_the_portal_shows_the_time_of_warsaw() throws Exception {
        try (Container container = new Container(folder)) {
            assertThat(container.await(Clock.class).getZone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        }
    }

    private static WeakReference<ClassLoader> startAndRemove(Container container, ReferenceQueue<ClassLoader> gone)
            throws Exception {
        Bundle probe = container.startProbe();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(probe.adapt(BundleWiring.class).getClassLoader(), gone);
        probe.uninstall();
        container.refresh();
        return loader;
    }

    private static Object awaitOf(ReferenceQueue<ClassLoader> gone) throws InterruptedException {
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

    private Map<String, String> settings(PostgreSQLWithPasswords server, String password) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password);
        return Map.of("url", server.url("portal"), "user", "portal", "password_file", file.toString());
    }
}
