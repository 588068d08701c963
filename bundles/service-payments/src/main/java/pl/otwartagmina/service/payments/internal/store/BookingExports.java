package pl.otwartagmina.service.payments.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport.Period;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.ExportEntry;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;

/**
 * Hands bookings and refunds over to the finance system. An export without days holds what none before it held, each entry
 * in exactly one; made once, every export can be fetched again and is the same.
 */
@Component(service = BookingExports.class)
public final class BookingExports {
    /** Exports of a page of the list. */
    public static final int PAGE = 25;

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final String COLUMNS = "x.order_id, x.line, l.source, l.due_id, l.creditor, x.costs, x.interest,"
            + " x.principal, x.surplus, a.gateway, o.reference, ";
    private static final String OF_LINE = " JOIN payments_order_line l ON l.order_id = x.order_id AND l.line = x.line"
            + " JOIN payments_order o ON o.id = x.order_id JOIN payments_act a ON a.id = o.act";
    private static final String PAYMENTS =
            COLUMNS + "'' AS refund, x.booked, x.paid_on FROM payments_booking x" + OF_LINE;
    private static final String REFUNDS =
            COLUMNS + "x.refund, x.returned, CAST(NULL AS DATE) FROM payments_refund_line x" + OF_LINE;

    private final DuesTables tables;
    private final Audit audit;

    @Activate
    public BookingExports(@Reference DuesTables tables, @Reference Audit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /**
     * Makes an export of some days.
     *
     * @param act of who makes it, as {@link AuditRecord} of {@code payments.export}
     */
    public BookingExport ofPeriod(Period period, AuditRecord act) {
        return tables.unit().sql(connection -> {
            Instant now = now();
            Sums payments = sums(connection, period("x.booked", "payments_booking x WHERE ", period, now));
            Sums refunds = sums(connection, period("x.returned", "payments_refund_line x WHERE ", period, now));
            return write(connection, now, Optional.of(period), payments, refunds, act);
        });
    }

    /**
     * Makes an export of all that was in none without days so far.
     *
     * @return empty if there is nothing new
     */
    public synchronized Optional<BookingExport> ofNew(AuditRecord act) {
        return tables.unit().sql(connection -> {
            int number = next(connection);
            Instant now = now();
            insert(connection, number, now, act.actor(), Optional.empty());
            int entries = new Query(
                                    "INSERT INTO payments_exported SELECT b.order_id, b.line, '', CAST(? AS INTEGER)"
                                            + " FROM payments_booking b WHERE NOT EXISTS (SELECT 1 FROM payments_exported e"
                                            + " WHERE e.order_id = b.order_id AND e.line = b.line AND e.refund = '')",
                                    number)
                            .change(connection)
                    + new Query(
                                    "INSERT INTO payments_exported SELECT g.order_id, g.line, g.refund, CAST(? AS INTEGER)"
                                            + " FROM payments_refund_line g"
                                            + " WHERE g.returned IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments_exported e"
                                            + " WHERE e.order_id = g.order_id AND e.line = g.line AND e.refund = g.refund)",
                                    number)
                            .change(connection);
            if (entries == 0) {
                new Query("DELETE FROM payments_export WHERE number = ?", number).change(connection);
                return Optional.empty();
            }
            Sums payments = sums(connection, exported("payments_booking x", "''", number));
            Sums refunds = sums(connection, exported("payments_refund_line x", "x.refund", number));
            return Optional.of(finish(connection, number, now, Optional.empty(), payments, refunds, act));
        });
    }

    private record Sums(int entries, Money amount) {}

    private static Query period(String moment, String from, Period period, Instant made) {
        Query query = new Query(
                "SELECT COUNT(*), COALESCE(SUM(x.costs + x.interest + x.principal + x.surplus), 0) FROM " + from);
        return within(query, moment, period, made);
    }

    /** What is booked after the export was made does not get into it any more. */
    private static Query within(Query query, String moment, Period period, Instant made) {
        Instant end = PaymentJournal.start(period.to().plusDays(1));
        return query.add(moment + " >= ?", PaymentJournal.start(period.from()))
                .add(" AND " + moment + " < ?", end.isBefore(made) ? end : made);
    }

    private static Query exported(String from, String refund, int number) {
        return new Query(
                "SELECT COUNT(*), COALESCE(SUM(x.costs + x.interest + x.principal + x.surplus), 0) FROM " + from
                        + " JOIN payments_exported e ON e.order_id = x.order_id AND e.line = x.line AND e.refund = "
                        + refund
                        + " WHERE e.export_no = ?",
                number);
    }

    private static Sums sums(Connection connection, Query query) throws SQLException {
        return query.list(connection, row -> new Sums(row.getInt(1), new Money(row.getBigDecimal(2))))
                .get(0);
    }

    private BookingExport write(
            Connection connection, Instant now, Optional<Period> period, Sums payments, Sums refunds, AuditRecord act)
            throws SQLException {
        int number = next(connection);
        insert(connection, number, now, act.actor(), period);
        return finish(connection, number, now, period, payments, refunds, act);
    }

    private static int next(Connection connection) throws SQLException {
        return new Query("SELECT COALESCE(MAX(number), 0) + 1 FROM payments_export")
                .list(connection, row -> row.getInt(1))
                .get(0);
    }

    private static void insert(Connection connection, int number, Instant now, String by, Optional<Period> period)
            throws SQLException {
        Query insert = new Query("INSERT INTO payments_export (number, made, made_by, entries, received, returned");
        insert.add(
                period.isPresent()
                        ? ", from_day, to_day) VALUES (?, ?, ?, 0, 0, 0, ?, ?)"
                        : ") VALUES (?, ?, ?, 0, 0, 0)");
        insert.add("", number, now, by);
        period.ifPresent(days -> insert.add("", days.from(), days.to()));
        insert.change(connection);
    }

    private BookingExport finish(
            Connection connection,
            int number,
            Instant now,
            Optional<Period> period,
            Sums payments,
            Sums refunds,
            AuditRecord act)
            throws SQLException {
        int entries = payments.entries() + refunds.entries();
        new Query(
                        "UPDATE payments_export SET entries = ?, received = ?, returned = ? WHERE number = ?",
                        entries,
                        payments.amount().amount(),
                        refunds.amount().amount(),
                        number)
                .change(connection);
        audit.record(tables.unit(), act.because("nr " + number));
        return new BookingExport(number, now, act.actor(), period, entries, payments.amount(), refunds.amount());
    }

    /** Exports, the newest first. */
    public List<BookingExport> page(int page) {
        return list(new Query(
                "SELECT number, made, made_by, from_day, to_day, entries, received, returned FROM payments_export"
                        + " ORDER BY number DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                page * PAGE,
                PAGE));
    }

    /** How many exports there are. */
    public int count() {
        Query query = new Query("SELECT COUNT(*) FROM payments_export");
        return tables.unit()
                .sql(connection -> query.list(connection, row -> row.getInt(1)).get(0));
    }

    /** Writes what an export holds, payments first, then refunds. */
    public void write(BookingExport export, ExportFormat format, Writer out) throws IOException {
        try {
            tables.unit().sql(connection -> {
                put(out, format.begin(export));
                AtomicBoolean first = new AtomicBoolean(true);
                for (Query query : List.of(payments(export), refunds(export))) {
                    query.each(
                            connection,
                            BookingExports::entry,
                            entry -> put(out, format.entry(entry, first.getAndSet(false))));
                }
                put(out, format.end());
                return export;
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        out.flush();
    }

    private static Query payments(BookingExport export) {
        Query query = export.period()
                .map(days -> within(new Query("SELECT " + PAYMENTS + " WHERE "), "x.booked", days, export.made()))
                .orElseGet(() -> new Query(
                        "SELECT " + PAYMENTS
                                + " JOIN payments_exported e ON e.order_id = x.order_id AND e.line = x.line"
                                + " AND e.refund = '' WHERE e.export_no = ?",
                        export.number()));
        return query.add(" ORDER BY x.booked, x.order_id, x.line");
    }

    private static Query refunds(BookingExport export) {
        Query query = export.period()
                .map(days -> within(new Query("SELECT " + REFUNDS + " WHERE "), "x.returned", days, export.made()))
                .orElseGet(() -> new Query(
                        "SELECT " + REFUNDS + " JOIN payments_exported e ON e.order_id = x.order_id AND e.line = x.line"
                                + " AND e.refund = x.refund WHERE e.export_no = ?",
                        export.number()));
        return query.add(" ORDER BY x.returned, x.refund, x.line");
    }

    private static void put(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<BookingExport> list(Query query) {
        return tables.unit().sql(connection -> query.list(connection, BookingExports::export));
    }

    private static BookingExport export(ResultSet row) throws SQLException {
        Date from = row.getDate(4);
        Optional<Period> period = from == null
                ? Optional.empty()
                : Optional.of(new Period(from.toLocalDate(), row.getDate(5).toLocalDate()));
        return new BookingExport(
                row.getInt(1),
                Moments.get(row, 2).orElseThrow(),
                row.getString(3),
                period,
                row.getInt(6),
                new Money(row.getBigDecimal(7)),
                new Money(row.getBigDecimal(8)));
    }

    private static ExportEntry entry(ResultSet row) throws SQLException {
        Instant moment = Moments.get(row, 13).orElseThrow();
        Date paidOn = row.getDate(14);
        LocalDate day = paidOn == null ? moment.atZone(WARSAW).toLocalDate() : paidOn.toLocalDate();
        return new ExportEntry(
                row.getString(12),
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                new Nrb(row.getString(5)),
                day,
                moment,
                new DayReport.Amounts(
                        new Money(row.getBigDecimal(6)),
                        new Money(row.getBigDecimal(7)),
                        new Money(row.getBigDecimal(8)),
                        new Money(row.getBigDecimal(9))),
                row.getString(10),
                row.getString(11));
    }

    /** As exact as the database keeps it, because an export of days ends there. */
    private Instant now() {
        return tables.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
