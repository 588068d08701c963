package pl.otwartagmina.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.data.DatabaseUnavailable;

/** The connections to the portal's database. Closing it also shuts an embedded Derby down. */
public final class ConnectionPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseAddress address;
    private final HikariDataSource connections;

    private ConnectionPool(DatabaseAddress address, HikariDataSource connections) {
        this.address = address;
        this.connections = connections;
    }

    /**
     * Enters the database.
     *
     * @throws DatabaseUnavailable with one sentence for the operator, if it cannot be entered
     */
    public static ConnectionPool open(DatabaseAddress address, int size) {
        address.folder().ifPresent(folder -> checkCanHold(folder, address));
        DriverSource source = source(address);
        String server;
        // Once by hand, because the pool would report only that it timed out.
        try (Connection first = source.getConnection()) {
            server = first.getMetaData().getDatabaseProductName() + " "
                    + first.getMetaData().getDatabaseProductVersion();
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(Refusal.sentence(address, refused), refused);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("portal");
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (address.product() == Product.DERBY) {
            // The first use of the outermost parser is here, on the pool's own thread: see forget().
            config.setConnectionInitSql("VALUES 1");
        }
        ConnectionPool pool = new ConnectionPool(address, new HikariDataSource(config));
        LOG.info("Database {} at {}", server, address);
        return pool;
    }

    Product product() {
        return address.product();
    }

    DataSource source() {
        return connections;
    }

    /**
     * Lets go of what a module leaves behind in the connections it used: each parser of a Derby connection, and it has
     * one for every depth of compiling, keeps an exception from its first use with the classes on the stack.
     */
    void forget() {
        if (product() == Product.DERBY) {
            connections.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        connections.close();
        if (product() == Product.DERBY) {
            shutDownDerby();
        }
    }

    private void shutDownDerby() {
        try {
            // A database in memory would stay there until the JVM ends.
            String order = address.place().startsWith("jdbc:derby:memory:") ? ";drop=true" : ";shutdown=true";
            new EmbeddedDriver().connect(address.place() + order, address.credentials());
        } catch (SQLException done) {
            // 08006 is how Derby says that the database was closed in good order.
            if (!"08006".equals(done.getSQLState())) {
                LOG.warn("Derby was not shut down in good order; it will recover at the next start", done);
            }
        }
    }

    /** Where there can be no folder, Derby makes a database named null in the working directory. */
    private static void checkCanHold(Path folder, DatabaseAddress address) {
        Path place = folder;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place) || !Files.isWritable(place)) {
            throw new DatabaseUnavailable("The database at " + address + " cannot be used: " + place
                    + " is no directory that can be written.");
        }
    }

    private static DriverSource source(DatabaseAddress address) {
        Properties properties = address.credentials();
        Driver driver;
        if (address.product() == Product.DERBY) {
            driver = new EmbeddedDriver();
        } else {
            driver = new org.postgresql.Driver();
            properties.setProperty("ApplicationName", "Otwarta Gmina");
            properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
            properties.setProperty("tcpKeepAlive", "true");
            // rows of a batch go as one statement; counts of such a batch tell only that it was done
            properties.setProperty("reWriteBatchedInserts", "true");
            // The details of an error quote the row, hence personal data, and would reach the log.
            properties.setProperty("logServerErrorDetail", "false");
        }
        return new DriverSource(driver, address.url(), properties);
    }
}
