package pl.otwartagmina.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the transactions of a unit come from. */
interface Transactions extends AutoCloseable {
    /** Begins a transaction. */
    Transaction begin() throws SQLException;

    @Override
    void close();

    /** One transaction; closing it gives its connection back. */
    interface Transaction extends AutoCloseable {
        EntityManager entities();

        Connection connection();

        void commit() throws SQLException;

        void rollback() throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
