package pl.otwartagmina.persistence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;

/** The database as one module gets it: closing it closes the units that the module left open. */
public final class ModuleDatabase implements Database, AutoCloseable {
    private final ConnectionPool pool;
    private final Set<Unit> units = ConcurrentHashMap.newKeySet();

    public ModuleDatabase(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public Product product() {
        return pool.product();
    }

    @Override
    public Unit open(UnitDefinition definition) {
        Migrations.apply(definition, pool.source(), product());
        ModuleUnit unit = definition.entities().isEmpty()
                ? new ModuleUnit(definition.module(), new JdbcTransactions(pool.source()), units::remove)
                : new ModuleUnit(
                        definition.module(), JpaTransactions.open(definition, pool.source(), product()), units::remove);
        units.add(unit);
        return unit;
    }

    @Override
    public void close() {
        units.forEach(Unit::close);
        pool.forget();
    }
}
