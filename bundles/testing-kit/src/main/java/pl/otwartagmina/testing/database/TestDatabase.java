package pl.otwartagmina.testing.database;

import java.util.concurrent.atomic.AtomicLong;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.persistence.ConnectionPool;
import pl.otwartagmina.persistence.DatabaseAddress;
import pl.otwartagmina.persistence.ModuleDatabase;

/** A database of its own, gone when it is closed: Derby in memory, or a schema of an embedded PostgreSQL server. */
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

    /** Closes the units at once; the database itself goes in the background, because Derby takes a quarter second. */
    @Override
    public void close() {
        database.close();
        Thread dropping = new Thread(
                () -> {
                    pool.close();
                    drop.run();
                },
                "drop a test database");
        dropping.start();
    }

    private static TestDatabase derby(String name) {
        // Otherwise Derby writes derby.log into the working directory.
        if (System.getProperty("derby.stream.error.method") == null) {
            System.setProperty("derby.stream.error.method", "java.io.OutputStream.nullOutputStream");
        }
        return new TestDatabase(DatabaseAddress.of("jdbc:derby:memory:" + name + ";create=true"), () -> {});
    }

    private static TestDatabase postgresql(String name) {
        PostgreSQLServer server = PostgreSQLServer.shared();
        server.run("CREATE SCHEMA " + name);
        return new TestDatabase(server.address(name), () -> server.run("DROP SCHEMA " + name + " CASCADE"));
    }
}
