package pl.otwartagmina.api.data;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** The open persistence unit of a module. All work with the database goes through its two templates. */
@ProviderType
public interface Unit extends AutoCloseable {
    /**
     * Runs {@code work} in one transaction: committed when it returns, rolled back when it throws. Inside another
     * {@code tx} or {@code sql} of the same thread and unit it joins that transaction.
     *
     * @throws DatabaseUnavailable if the database does not answer
     */
    <T> T tx(Function<EntityManager, T> work);

    /**
     * The same with plain JDBC, for bulk work and reports; the connection is the transaction's and must not be closed.
     *
     * @throws DatabaseUnavailable if the database does not answer or a statement fails
     */
    <T> T sql(SqlWork<T> work);

    @Override
    void close();

    /** Work with a connection. */
    @FunctionalInterface
    interface SqlWork<T> {
        /** Does the work; auto-commit is off. */
        T run(Connection connection) throws SQLException;
    }
}
