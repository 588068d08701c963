package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.AskingTimes;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.service.payments.internal.source.DueSources;

/**
 * Tells modules what was booked for their dues, and given back. What is to be told is written down with the booking, in its
 * transaction; it is told until the module has taken it, and of one due the next only after that. A module that is not there
 * hears of it when it is back.
 */
public final class Tellings {
    private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final int BATCH = 50;

    private static final String WAITING =
            "SELECT t.number, t.tried, e.* FROM payments_telling t JOIN payments_module_entry e"
                    + " ON e.entry = t.entry AND e.line = t.line"
                    + " WHERE t.source = ? AND t.tell_at <= ? AND NOT EXISTS (SELECT 1 FROM payments_telling f"
                    + " WHERE f.source = t.source AND f.due_id = t.due_id AND f.number < t.number AND f.tell_at IS NOT NULL)"
                    + " ORDER BY t.number FETCH FIRST " + BATCH + " ROWS ONLY";

    private final DuesTables tables;
    private final DueSources sources;

    Tellings(DuesTables tables, DueSources sources) {
        this.tables = tables;
        this.sources = sources;
    }

    private record Waiting(long number, int tried, Booked booked) {}

    /**
     * What was written down for modules' dues under this name is to be told; in the same transaction.
     *
     * @param entry id of an order that was booked, of a refund that was done, of a transfer that was assigned, or of the
     *     reversal by which the bank took one back
     */
    static void of(Connection connection, String entry, Instant now) throws SQLException {
        new Query(
                        "INSERT INTO payments_telling (source, due_id, entry, line, tell_at, tried)"
                                + " SELECT e.source, e.due_id, e.entry, e.line, CAST(? AS TIMESTAMP), 0"
                                + " FROM payments_module_entry e WHERE e.entry = ?",
                        now,
                        entry)
                .change(connection);
    }

    /**
     * Tells what waits by now to the modules that are there; what one does not take is told again later, and keeps nothing of
     * other dues waiting.
     *
     * @return how much was taken
     */
    public int tell() {
        return sources.present().stream().mapToInt(this::tell).sum();
    }

    private int tell(String source) {
        int taken = 0;
        Query query = new Query(WAITING, source, tables.clock().instant());
        for (Waiting one : tables.unit().sql(connection -> query.list(connection, Tellings::waiting))) {
            if (sources.tell(source, one.booked())) {
                taken += told(one);
            } else {
                later(source, one);
            }
        }
        return taken;
    }

    private int told(Waiting one) {
        Query update = new Query(
                "UPDATE payments_telling SET tell_at = NULL, told = ?, tried = tried + 1 WHERE number = ?",
                tables.clock().instant(),
                one.number());
        return tables.unit().sql(update::change);
    }

    private void later(String source, Waiting one) {
        LOG.info("{} is told again of {}", source, one.booked().id());
        Query update = new Query(
                "UPDATE payments_telling SET tell_at = ?, tried = tried + 1 WHERE number = ?",
                tables.clock().instant().plus(AskingTimes.pause(one.tried())),
                one.number());
        tables.unit().sql(update::change);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String reverses = row.getString("reverses");
        int line = row.getInt("line");
        Instant happened = Moments.get(row, row.findColumn("happened")).orElseThrow();
        return new Waiting(
                row.getLong("number"),
                row.getInt("tried"),
                new Booked(
                        new PortalPayment(row.getString("entry"), line).toString(),
                        row.getString("due_id"),
                        new PartyKey(row.getString("party_key")),
                        reverses.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new PortalPayment(reverses, line).toString()),
                        new Money(row.getBigDecimal("costs")),
                        new Money(row.getBigDecimal("interest")),
                        new Money(row.getBigDecimal("principal")),
                        new Money(row.getBigDecimal("surplus")),
                        reverses.isEmpty()
                                ? row.getDate("paid_on").toLocalDate()
                                : happened.atZone(WARSAW).toLocalDate(),
                        happened));
    }
}
