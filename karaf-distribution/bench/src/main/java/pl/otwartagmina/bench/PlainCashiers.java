package pl.otwartagmina.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Plain cashiers with a connection each: all of them keep notifications, one of them works them off. */
final class PlainCashiers implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<PlainCashier> free;

    private PlainCashiers(int count) {
        free = new ArrayBlockingQueue<>(count);
    }

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    static PlainCashiers open(int count, Source source) throws SQLException {
        PlainCashiers cashiers = new PlainCashiers(count);
        for (int i = 0; i < count; i++) {
            Connection connection = source.open();
            connection.setAutoCommit(false);
            cashiers.connections.add(connection);
            cashiers.free.add(new PlainCashier(connection));
        }
        return cashiers;
    }

    void keep(String order) throws SQLException, InterruptedException {
        PlainCashier cashier = free.take();
        try {
            cashier.keep(order);
        } finally {
            free.add(cashier);
        }
    }

    /** Until none waits. */
    void workOff() throws SQLException, InterruptedException {
        PlainCashier cashier = free.take();
        try {
            while (cashier.workOff(100) > 0) {
                // more may wait
            }
        } finally {
            free.add(cashier);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
