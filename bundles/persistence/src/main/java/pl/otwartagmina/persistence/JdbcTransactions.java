package pl.otwartagmina.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of a module that speaks SQL only. */
final class JdbcTransactions implements Transactions {
    private final DataSource source;

    JdbcTransactions(DataSource source) {
        this.source = source;
    }

    @Override
    public Transaction begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new JdbcTransaction(connection);
    }

    @Override
    public void close() {
        // The pool belongs to all modules.
    }

    private record JdbcTransaction(Connection connection) implements Transaction {
        @Override
        public EntityManager entities() {
            throw new IllegalStateException("This module maps no entities: use sql instead of tx");
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void rollback() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
