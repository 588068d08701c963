package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database that a newer version of the portal has used: the older one leaves it alone and says so. */
class NewerTablesIT {
    private final Path data = PortalExtension.dataFolder();

    @Test
    void the_start_is_refused_in_one_sentence_and_nothing_is_changed() throws SQLException {
        PortalProcess.start(data).close();
        run(
                "INSERT INTO \"identity_schema_history\" SELECT 99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, \"installed_by\","
                        + " \"installed_on\", 1, TRUE FROM \"identity_schema_history\" WHERE \"version\" = '1'");

        Command.Answer start = Command.run(
                PortalProcess.HOME,
                PortalProcess.portal(
                        "run",
                        "--data",
                        data.toString(),
                        "--http-port",
                        String.valueOf(PortalProcess.freePort()),
                        "--console-port",
                        String.valueOf(PortalProcess.freePort())));

        assertThat(start.exit()).isEqualTo(1);
        assertThat(start.text())
                .contains(
                        "portal: the portal did not start. The tables of module identity are of version 99, newer than")
                .doesNotContain("Exception");
        run("DELETE FROM \"identity_schema_history\" WHERE \"version\" = '99'");
        PortalProcess.start(data).close();
    }

    /** In the database of the portal, while the portal is stopped. */
    private void run(String statement) throws SQLException {
        // Derby would write it beside the sources
        System.setProperty("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
        String url = "jdbc:derby:" + data.resolve("data/db");
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(connection.createStatement().executeUpdate(statement)).isEqualTo(1);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url + ";shutdown=true"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("shutdown");
    }
}
