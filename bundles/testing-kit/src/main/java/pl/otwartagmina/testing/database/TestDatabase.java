package pl.otwartagmina.testing.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.derby.jdbc.EmbeddedDriver;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.persistence.ConnectionPool;
import pl.otwartagmina.persistence.DatabaseAddress;
import pl.otwartagmina.persistence.ModuleDatabase;

/** A database of its own, gone when it is closed: Derby in memory, or one of an embedded PostgreSQL server. */
public final class TestDatabase implements Database, AutoCloseable {
    private static final AtomicLong MADE = new AtomicLong();
    private static final int CONNECTIONS = 8;

    private final ConnectionPool pool;
    private final ModuleDatabase database;
    private final Runnable drop;

    private TestDatabase(DatabaseAddress address, Runnable drop) {
        this.pool = ConnectionPool.open(address, CONNECTIONS);
        this.database = new ModuleDatabase(pool);
        this.drop = drop;
    }

    /** A new database without tables. */
    public static TestDatabase empty(Product product) {
        String name = "test" + MADE.incrementAndGet();
        return switch (product) {
            case DERBY -> derby(name);
            case POSTGRESQL -> postgresql(name);
        };
    }

    @Override
    public Product product() {
        return database.product();
    }

    @Override
    public Unit open(UnitDefinition definition) {
        return database.open(definition);
    }

    @Override
    public void close() {
        database.close();
        pool.close();
        drop.run();
    }

    private static TestDatabase derby(String name) {
        if (System.getProperty("derby.stream.error.method") == null) {
            System.setProperty("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
        }
        String url = "jdbc:derby:memory:" + name;
        return new TestDatabase(DatabaseAddress.of(url + ";create=true"), () -> {
            try {
                new EmbeddedDriver().connect(url + ";drop=true", new java.util.Properties());
            } catch (SQLException dropped) {
                if (!"08006".equals(dropped.getSQLState())) {
                    throw new IllegalStateException("Could not drop " + url, dropped);
                }
            }
        });
    }

    private static TestDatabase postgresql(String name) {
        PostgreSQLServer server = PostgreSQLServer.shared();
        server.run("CREATE DATABASE " + name);
        return new TestDatabase(server.address(name), () -> server.run("DROP DATABASE " + name + " WITH (FORCE)"));
    }
}
