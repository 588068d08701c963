package pl.otwartagmina.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.DatabaseUnavailable;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionPoolTest {
    private final PostgreSQLWithPasswords server;

    ConnectionPoolTest(@TempDir Path folder) throws IOException, SQLException {
        server = new PostgreSQLWithPasswords(folder);
    }

    @BeforeAll
    void send_the_log_of_derby_away() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void the_right_password_opens_postgresql() throws SQLException {
        try (ConnectionPool pool = ConnectionPool.open(portal(PostgreSQLWithPasswords.PASSWORD), 4);
                Connection connection = pool.source().getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void after_closing_no_connection_is_left() throws SQLException {
        ConnectionPool pool = ConnectionPool.open(portal(PostgreSQLWithPasswords.PASSWORD), 4);
        pool.source().getConnection().close();

        pool.close();

        assertThatThrownBy(() -> pool.source().getConnection()).isInstanceOf(SQLException.class);
    }

    @Test
    void a_wrong_password_is_told_without_telling_it() {
        assertThatThrownBy(() -> ConnectionPool.open(portal("zgadywane"), 4))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The database at " + server.url("portal")
                        + " cannot be used: user name or password was refused.");
    }

    @Test
    void a_missing_database_is_told() {
        DatabaseAddress address = new DatabaseAddress(server.url("nieznana"), "postgres", "");

        assertThatThrownBy(() -> ConnectionPool.open(address, 4))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("no database of this name");
    }

    @Test
    void a_server_that_does_not_answer_is_told() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        DatabaseAddress address = DatabaseAddress.of("jdbc:postgresql://127.0.0.1:" + free + "/portal");

        assertThatThrownBy(() -> ConnectionPool.open(address, 4))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void another_product_is_refused() {
        assertThatThrownBy(() -> DatabaseAddress.of("jdbc:mysql://db/portal?password=tajne"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContainingAll("jdbc:mysql://db/portal?password=***", "jdbc:derby:", "jdbc:postgresql:");
    }

    @Test
    void an_address_never_tells_a_secret() {
        DatabaseAddress address = new DatabaseAddress(
                "jdbc:derby:db;bootPassword=tajne1;encryptionKey=tajne2;create=true", "u", "tajne3");

        assertThat(address).hasToString("jdbc:derby:db;bootPassword=***;encryptionKey=***;create=true");
    }

    @Test
    void a_derby_that_is_not_there_is_not_made(@TempDir Path folder) {
        assertThatThrownBy(() -> ConnectionPool.open(DatabaseAddress.of("jdbc:derby:" + folder.resolve("db")), 4))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("create=true");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_derby_that_cannot_be_made_is_told(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no directory");

        assertThatThrownBy(() ->
                        ConnectionPool.open(DatabaseAddress.of("jdbc:derby:" + file.resolve("db") + ";create=true"), 4))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is no directory that can be written");

        assertThat(file).hasContent("no directory");
        assertThat(Path.of("null")).doesNotExist();
    }

    @Test
    void a_derby_in_use_by_another_portal_is_told(@TempDir Path folder) throws Exception {
        String url = "jdbc:derby:" + folder.resolve("db") + ";create=true";
        URL derby = EmbeddedDriver.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader other = new URLClassLoader(new URL[] {derby}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) other.loadClass(EmbeddedDriver.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            driver.connect(url, new Properties()).close();

            assertThatThrownBy(() -> ConnectionPool.open(DatabaseAddress.of(url), 4))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("another portal is using it");

            assertThatThrownBy(() -> driver.connect("jdbc:derby:;shutdown=true", new Properties()))
                    .isInstanceOf(SQLException.class);
        }
        ConnectionPool.open(DatabaseAddress.of(url), 4).close();
        assertThat(folder.resolve("db/db.lck")).doesNotExist();
    }

    private DatabaseAddress portal(String password) {
        return new DatabaseAddress(server.url("portal"), "portal", password);
    }
}
