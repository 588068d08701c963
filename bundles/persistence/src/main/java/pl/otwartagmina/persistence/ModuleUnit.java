package pl.otwartagmina.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Unit;

/** The transaction template over entities or plain JDBC. */
final class ModuleUnit implements Unit {
    private final String module;
    private final Transactions transactions;
    private final Consumer<Unit> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    // One for each unit, because transactions of different units do not join.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Current> current = new ThreadLocal<>();

    ModuleUnit(String module, Transactions transactions, Consumer<Unit> onClose) {
        this.module = module;
        this.transactions = transactions;
        this.onClose = onClose;
    }

    @Override
    public <T> T tx(Function<EntityManager, T> work) {
        return run(transaction -> work.apply(transaction.entities()));
    }

    @Override
    public <T> T sql(SqlWork<T> work) {
        return run(transaction -> work.run(transaction.connection()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
            transactions.close();
        }
    }

    private <T> T run(Work<T> work) {
        if (closed.get()) {
            throw new IllegalStateException("The tables of module " + module + " are closed");
        }
        Current outer = current.get();
        try {
            return outer == null ? runNew(work) : outer.join(work);
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(
                    Outage.isBehind(failure) ? "The database does not answer" : "The database refused a statement",
                    failure);
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    private <T> T runNew(Work<T> work) throws SQLException {
        try (Transactions.Transaction transaction = transactions.begin()) {
            Current mine = new Current(transaction);
            current.set(mine);
            try {
                T result = mine.join(work);
                mine.commit();
                return result;
            } finally {
                current.remove();
                mine.rollbackIfOpen();
            }
        }
    }

    /** What JPA wraps and callers wait for: the database is gone, or somebody else was faster. */
    private static RuntimeException told(RuntimeException failure) {
        if (failure instanceof DatabaseUnavailable) {
            return failure;
        }
        if (failure.getCause() instanceof OptimisticLockException faster) {
            return faster;
        }
        return Outage.isBehind(failure) ? new DatabaseUnavailable("The database does not answer", failure) : failure;
    }

    /** Work of either template. */
    private interface Work<T> {
        T run(Transactions.Transaction transaction) throws SQLException;
    }

    /** The transaction of this thread, with all the work that joined it. */
    private final class Current {
        private final Transactions.Transaction transaction;
        private boolean doomed;
        private boolean open = true;

        private Current(Transactions.Transaction transaction) {
            this.transaction = transaction;
        }

        private <T> T join(Work<T> work) throws SQLException {
            boolean done = false;
            try {
                T result = work.run(transaction);
                done = true;
                return result;
            } finally {
                doomed |= !done;
            }
        }

        private void commit() throws SQLException {
            if (doomed) {
                throw new IllegalStateException(
                        "A transaction of module " + module + " went on after a part of it had failed; rolled back");
            }
            transaction.commit();
            open = false;
        }

        private void rollbackIfOpen() throws SQLException {
            if (open) {
                transaction.rollback();
            }
        }
    }
}
