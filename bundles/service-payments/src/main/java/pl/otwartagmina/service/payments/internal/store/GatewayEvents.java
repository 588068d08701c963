package pl.otwartagmina.service.payments.internal.store;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.gateway.Notice;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.GatewayEvent;

/** What gateways have notified: each event once, and kept until it was worked off. */
public final class GatewayEvents {
    private final DuesTables tables;

    public GatewayEvents(DuesTables tables) {
        this.tables = tables;
    }

    /** What came of keeping an event. */
    public enum Kept {
        NEW,
        /** The same was there already. */
        REPEATED,
        /** An event of that name with other content was there already. */
        CONTRADICTED
    }

    /** Keeps an event; when this returns, it outlives the portal. */
    public Kept keep(GatewayEvent event, Instant now) {
        try {
            tables.unit().sql(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO payments_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")) {
                    Notice notice = event.notice();
                    insert.setString(1, event.gateway());
                    insert.setString(2, notice.event());
                    insert.setString(3, notice.order());
                    insert.setString(4, notice.reference());
                    insert.setString(5, notice.standing().state().name().toLowerCase(Locale.ROOT));
                    insert.setBigDecimal(6, notice.standing().amount().amount());
                    Orders.set(insert, 7, notice.standing().paidAt());
                    insert.setString(8, event.digest());
                    Moments.set(insert, 9, now);
                    return insert.executeUpdate();
                }
            });
            return Kept.NEW;
        } catch (DatabaseUnavailable failure) {
            if (!Orders.isTaken(failure)) {
                throw failure;
            }
            return digest(event).equals(List.of(event.digest())) ? Kept.REPEATED : Kept.CONTRADICTED;
        }
    }

    private List<String> digest(GatewayEvent event) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT digest FROM payments_event WHERE gateway = ? AND event = ?",
                        event.gateway(),
                        event.notice().event())
                .list(connection, row -> row.getString(1)));
    }

    /** Events that wait to be worked off, first come first. */
    public List<GatewayEvent> waiting(int most) {
        return tables.unit()
                .sql(connection -> new Query("SELECT gateway, event, order_id, reference, said, amount, paid_at, digest"
                                + " FROM payments_event WHERE done IS NULL")
                        .add(" ORDER BY received FETCH FIRST ? ROWS ONLY", most)
                        .list(
                                connection,
                                row -> new GatewayEvent(
                                        row.getString(1),
                                        new Notice(
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                new Standing(
                                                        Standing.State.valueOf(
                                                                row.getString(5).toUpperCase(Locale.ROOT)),
                                                        new Money(row.getBigDecimal(6)),
                                                        Moments.get(row, 7))),
                                        row.getString(8))));
    }

    /** These were worked off. */
    void done(List<GatewayEvent> events, Instant now) {
        tables.unit().sql(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE payments_event SET done = ? WHERE gateway = ? AND event = ?")) {
                for (GatewayEvent event : events) {
                    Moments.set(update, 1, now);
                    update.setString(2, event.gateway());
                    update.setString(3, event.notice().event());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }
}
