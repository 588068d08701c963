package pl.otwartagmina.testing.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import pl.otwartagmina.persistence.DatabaseAddress;

/** The one embedded server of this JVM; it stops with the JVM. */
final class PostgreSQLServer {
    private final EmbeddedPostgres server;

    private PostgreSQLServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgreSQLServer shared() {
        return OnDemand.SERVER;
    }

    /** Where all is looked for, and made, in this schema: far cheaper than a database for each test. */
    DatabaseAddress address(String schema) {
        return new DatabaseAddress(
                server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema, "postgres", "");
    }

    void run(String command) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException refused) {
            throw new IllegalStateException(command + " failed", refused);
        }
    }

    private static final class OnDemand {
        private static final PostgreSQLServer SERVER = start();

        private static PostgreSQLServer start() {
            try {
                // What is lost in a crash is only a test's.
                return new PostgreSQLServer(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start());
            } catch (IOException failure) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", failure);
            }
        }
    }
}
