package pl.otwartagmina.service.payments.internal.source;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

/** A database that counts the statements which are prepared. */
public final class CountedStatements implements Database {
    private final Database database;
    private final AtomicInteger count = new AtomicInteger();

    public CountedStatements(Database database) {
        this.database = database;
    }

    /** How many since it was asked last. */
    public int sinceLast() {
        return count.getAndSet(0);
    }

    @Override
    public Product product() {
        return database.product();
    }

    @Override
    public Unit open(UnitDefinition definition) {
        return new Counting(database.open(definition));
    }

    private final class Counting implements Unit {
        private final Unit unit;

        Counting(Unit unit) {
            this.unit = unit;
        }

        @Override
        public <T> T tx(Function<EntityManager, T> work) {
            return unit.tx(work);
        }

        @Override
        public <T> T sql(SqlWork<T> work) {
            return unit.sql(connection -> work.run(counted(connection)));
        }

        @Override
        public void close() {
            unit.close();
        }
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
