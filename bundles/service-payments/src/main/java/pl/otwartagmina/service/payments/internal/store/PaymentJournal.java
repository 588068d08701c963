package pl.otwartagmina.service.payments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.Heard;
import pl.otwartagmina.service.payments.internal.clerk.JournalFilter;
import pl.otwartagmina.service.payments.internal.clerk.JournalLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/** The journal of payments (dziennik płatności): all orders, the newest first, in pages that cost the same however many. */
public final class PaymentJournal {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final int EVENTS = 100;
    private static final String LINES = "SELECT o.id, a.created, a.gateway, o.state, o.amount, o.reference, l.title,"
            + " (SELECT COUNT(*) FROM payments_order_line m WHERE m.order_id = o.id) AS dues"
            + " FROM payments_act a JOIN payments_order o ON o.act = a.id"
            + " JOIN payments_order_line l ON l.order_id = o.id AND l.line = 1 WHERE 1 = 1";

    private final DuesTables tables;

    public PaymentJournal(DuesTables tables) {
        this.tables = tables;
    }

    /**
     * A page.
     *
     * @param after the last line of the page before; empty for the first page
     * @param most how many lines
     */
    public List<JournalLine> page(JournalFilter filter, Optional<JournalLine.Mark> after, int most) {
        Query query = new Query(LINES);
        filter.from().ifPresent(day -> query.add(" AND a.created >= ?", start(day)));
        filter.to().ifPresent(day -> query.add(" AND a.created < ?", start(day.plusDays(1))));
        filter.state().ifPresent(state -> query.add(" AND o.state = ?", state.code()));
        filter.amount().ifPresent(amount -> query.add(" AND o.amount = ?", amount.amount()));
        if (!filter.gateway().isEmpty()) {
            query.add(" AND a.gateway = ?", filter.gateway());
        }
        if (!filter.number().isEmpty()) {
            query.add(" AND (o.id = ? OR o.reference = ?)", filter.order(), filter.number());
        }
        after.ifPresent(mark -> query.add(
                " AND (a.created < ? OR a.created = ? AND o.id < ?)", mark.created(), mark.created(), mark.id()));
        query.add(" ORDER BY a.created DESC, o.id DESC FETCH FIRST ? ROWS ONLY", most);
        return tables.unit().sql(connection -> query.list(connection, PaymentJournal::line));
    }

    /** What the gateway has notified of an order, first come first; at most a hundred. */
    public List<Heard> heard(String order) {
        Query query = new Query(
                "SELECT received, said, amount, done FROM payments_event WHERE order_id = ?"
                        + " ORDER BY received, event FETCH FIRST ? ROWS ONLY",
                order,
                EVENTS);
        return tables.unit()
                .sql(connection -> query.list(
                        connection,
                        row -> new Heard(
                                Moments.get(row, 1).orElseThrow(),
                                Standing.State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                new Money(row.getBigDecimal(3)),
                                Moments.get(row, 4))));
    }

    /** The first moment of a day in the gmina. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(WARSAW).toInstant();
    }

    static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getString(1),
                Moments.get(row, 2).orElseThrow(),
                row.getString(3),
                OrderState.ofCode(row.getString(4)),
                new Money(row.getBigDecimal(5)),
                row.getString(6),
                row.getString(7),
                row.getInt(8) - 1);
    }
}
