package pl.otwartagmina.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server with the database {@code portal}, which asks the user {@code portal} for a password. */
final class PostgreSQLWithPasswords implements AutoCloseable {
    static final String PASSWORD = "tajne-hasło";

    private final EmbeddedPostgres server;

    PostgreSQLWithPasswords(Path folder) throws IOException, SQLException {
        Path rules = Files.writeString(
                folder.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        // The server does not run as root, even where the tests do.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        rules.toFile().setReadable(true, false);
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("fsync", "off")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE portal LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE portal OWNER portal");
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
