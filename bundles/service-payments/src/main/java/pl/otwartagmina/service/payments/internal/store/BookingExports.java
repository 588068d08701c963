package pl.otwartagmina.service.payments.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport.Period;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;
import pl.otwartagmina.service.payments.internal.store.ExportPart.Choice;
import pl.otwartagmina.service.payments.internal.store.ExportPart.Sums;

/**
 * Hands what was booked and what went back over to the finance system, online and by transfer. An export without days holds what none before it held, each entry
 * in exactly one; made once, every export can be fetched again and is the same.
 */
@Component(service = BookingExports.class)
public final class BookingExports {
    /** Exports of a page of the list. */
    public static final int PAGE = 25;

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
            Choice choice = new Choice(next(connection), Optional.of(period), now());
            insert(connection, choice, act.actor());
            return finish(connection, choice, act);
        });
    }

    /**
     * Makes an export of all that was in none without days so far.
     *
     * @return empty if there is nothing new
     */
    public synchronized Optional<BookingExport> ofNew(AuditRecord act) {
        return tables.unit().sql(connection -> {
            Choice choice = new Choice(next(connection), Optional.empty(), now());
            insert(connection, choice, act.actor());
            int entries = 0;
            for (ExportPart part : ExportPart.values()) {
                entries += part.takeNew(connection, choice.number());
            }
            if (entries == 0) {
                new Query("DELETE FROM payments_export WHERE number = ?", choice.number()).change(connection);
                return Optional.empty();
            }
            return Optional.of(finish(connection, choice, act));
        });
    }

    private static int next(Connection connection) throws SQLException {
        return new Query("SELECT COALESCE(MAX(number), 0) + 1 FROM payments_export")
                .list(connection, row -> row.getInt(1))
                .get(0);
    }

    private static void insert(Connection connection, Choice choice, String by) throws SQLException {
        Query insert = new Query("INSERT INTO payments_export (number, made, made_by, entries, received, returned");
        insert.add(
                choice.period().isPresent()
                        ? ", from_day, to_day) VALUES (?, ?, ?, 0, 0, 0, ?, ?)"
                        : ") VALUES (?, ?, ?, 0, 0, 0)");
        insert.add("", choice.number(), choice.made(), by);
        choice.period().ifPresent(days -> insert.add("", days.from(), days.to()));
        insert.change(connection);
    }

    private BookingExport finish(Connection connection, Choice choice, AuditRecord act) throws SQLException {
        Sums received =
                ExportPart.PAYMENTS.sums(connection, choice).plus(ExportPart.TRANSFERS.sums(connection, choice));
        Sums returned = ExportPart.REFUNDS.sums(connection, choice).plus(ExportPart.REVERSALS.sums(connection, choice));
        int entries = received.entries() + returned.entries();
        new Query(
                        "UPDATE payments_export SET entries = ?, received = ?, returned = ? WHERE number = ?",
                        entries,
                        received.amount().amount(),
                        returned.amount().amount(),
                        choice.number())
                .change(connection);
        audit.record(tables.unit(), act.because("nr " + choice.number()));
        return new BookingExport(
                choice.number(),
                choice.made(),
                act.actor(),
                choice.period(),
                entries,
                received.amount(),
                returned.amount());
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

    /** Writes what an export holds: what came, online and by transfer, then what went back. */
    public void write(BookingExport export, ExportFormat format, Writer out) throws IOException {
        Choice choice = new Choice(export.number(), export.period(), export.made());
        try {
            tables.unit().sql(connection -> {
                put(out, format.begin(export));
                AtomicBoolean first = new AtomicBoolean(true);
                for (ExportPart part : ExportPart.values()) {
                    part.each(connection, choice, entry -> put(out, format.entry(entry, first.getAndSet(false))));
                }
                put(out, format.end());
                return export;
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        out.flush();
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

    /** As exact as the database keeps it, because an export of days ends there. */
    private Instant now() {
        return tables.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
