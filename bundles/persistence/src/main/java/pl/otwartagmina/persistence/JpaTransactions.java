package pl.otwartagmina.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.data.UnitDefinition;

/** Transactions of a module that maps entities, by EclipseLink. */
final class JpaTransactions implements Transactions {
    private static final AtomicLong OPENED = new AtomicLong();

    private final EntityManagerFactory factory;

    private JpaTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    static JpaTransactions open(UnitDefinition definition, DataSource source, Product product) {
        // During an upgrade two versions of a module are open, and EclipseLink shares what has the same name.
        String name = definition.module() + "-" + OPENED.incrementAndGet();
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.SESSION_NAME, name);
        properties.put(
                PersistenceUnitProperties.TARGET_DATABASE, platform(product).getName());
        properties.put(PersistenceUnitProperties.WEAVING, "false");
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.put(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true");
        properties.put(PersistenceUnitProperties.LOGGING_LOGGER, Slf4jSessionLog.class.getName());
        // Parameters are personal data.
        properties.put(PersistenceUnitProperties.LOGGING_PARAMETERS, "false");
        return new JpaTransactions(new PersistenceProvider()
                .createContainerEntityManagerFactory(new CodedPersistenceUnit(name, definition, source), properties));
    }

    private static Class<?> platform(Product product) {
        return switch (product) {
            case DERBY -> UtcDerbyPlatform.class;
            case POSTGRESQL -> UtcPostgreSQLPlatform.class;
        };
    }

    @Override
    public Transaction begin() {
        EntityManager entities = factory.createEntityManager();
        entities.getTransaction().begin();
        return new JpaTransaction(entities);
    }

    @Override
    public void close() {
        factory.close();
    }

    private record JpaTransaction(EntityManager entities) implements Transaction {
        @Override
        public Connection connection() {
            // What tx wrote before must be seen by the statements.
            entities.flush();
            return entities.unwrap(Connection.class);
        }

        @Override
        public void commit() {
            entities.getTransaction().commit();
        }

        @Override
        public void rollback() {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        }

        @Override
        public void close() {
            entities.close();
        }
    }
}
