package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport.Period;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.ExportEntry;

/** A part of the books as the finance system gets it; in this order. Each has a table that says which export held which entry. */
enum ExportPart {
    /** What was paid online. */
    PAYMENTS(
            "payments_booking x",
            Online.cells("''", "x.booked, x.paid_on"),
            Online.JOINED,
            "x.booked",
            "payments_exported",
            "x.order_id, x.line, ''",
            "e.order_id = x.order_id AND e.line = x.line AND e.refund = ''",
            "x.booked, x.order_id, x.line"),
    /** What came to the accounts of the gmina. */
    TRANSFERS(
            "payments_assignment x",
            Transferred.cells("''", "x.booked, x.paid_on"),
            Transferred.JOINED,
            "x.booked",
            "payments_exported_transfer",
            "x.entry_id, x.number, 'payment'",
            "e.entry_id = x.entry_id AND e.number = x.number AND e.entry = 'payment'",
            "x.booked, x.entry_id, x.number"),
    /** What was given back of what was paid online. */
    REFUNDS(
            "payments_refund_line x",
            Online.cells("x.refund", "x.returned, CAST(NULL AS DATE)"),
            Online.JOINED,
            "x.returned",
            "payments_exported",
            "x.order_id, x.line, x.refund",
            "e.order_id = x.order_id AND e.line = x.line AND e.refund = x.refund",
            "x.returned, x.refund, x.line"),
    /** Transfers that the bank took back. */
    REVERSALS(
            "payments_assignment x",
            Transferred.cells("x.undone_by", "x.undone, CAST(NULL AS DATE)"),
            Transferred.JOINED,
            "x.undone",
            "payments_exported_transfer",
            "x.entry_id, x.number, 'reversal'",
            "e.entry_id = x.entry_id AND e.number = x.number AND e.entry = 'reversal'",
            "x.undone, x.entry_id, x.number");

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final String AMOUNTS = "x.costs, x.interest, x.principal, x.surplus, ";

    private final String rows;
    private final String cells;
    private final String joined;
    private final String moment;
    private final String done;
    private final String key;
    private final String isDone;
    private final String order;

    ExportPart(
            String rows,
            String cells,
            String joined,
            String moment,
            String done,
            String key,
            String isDone,
            String order) {
        this.rows = rows;
        this.cells = cells;
        this.joined = joined;
        this.moment = moment;
        this.done = done;
        this.key = key;
        this.isDone = isDone;
        this.order = order;
    }

    /** How many entries, and what they come to. */
    record Sums(int entries, Money amount) {
        Sums plus(Sums other) {
            return new Sums(entries + other.entries, amount.plus(other.amount));
        }
    }

    /**
     * Which entries: of some days, or those of an export without days.
     *
     * @param made when; what is booked after that does not get into an export of days any more
     */
    record Choice(int number, Optional<Period> period, Instant made) {}

    private static final class Online {
        static final String JOINED = " JOIN payments_order_line l ON l.order_id = x.order_id AND l.line = x.line"
                + " JOIN payments_order o ON o.id = x.order_id JOIN payments_act a ON a.id = o.act";

        static String cells(String refund, String days) {
            return "x.order_id, x.line, " + refund + ", l.source, l.due_id, l.creditor, " + AMOUNTS + days
                    + ", a.gateway, o.reference, ''";
        }
    }

    private static final class Transferred {
        static final String JOINED = " JOIN payments_bank_entry b ON b.id = x.entry_id";

        static String cells(String reversal, String days) {
            return "x.entry_id, x.number, " + reversal + ", x.source, x.due_id, x.creditor, " + AMOUNTS + days + ", '"
                    + DayReport.TRANSFER + "', b.reference, x.card";
        }
    }

    /** Puts all that no export without days held into this one; tells how many entries. */
    int takeNew(Connection connection, int number) throws SQLException {
        return new Query(
                        "INSERT INTO " + done + " SELECT " + key + ", CAST(? AS INTEGER) FROM " + rows + " WHERE "
                                + moment + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + done + " e WHERE " + isDone
                                + ")",
                        number)
                .change(connection);
    }

    Sums sums(Connection connection, Choice choice) throws SQLException {
        return chosen(
                        "SELECT COUNT(*), COALESCE(SUM(x.costs + x.interest + x.principal + x.surplus), 0) FROM "
                                + rows,
                        choice)
                .list(connection, row -> new Sums(row.getInt(1), new Money(row.getBigDecimal(2))))
                .get(0);
    }

    /** Hands over each entry as it comes. */
    void each(Connection connection, Choice choice, Consumer<ExportEntry> taker) throws SQLException {
        chosen("SELECT " + cells + " FROM " + rows + joined, choice)
                .add(" ORDER BY " + order)
                .each(connection, ExportPart::entry, taker);
    }

    private Query chosen(String select, Choice choice) {
        Query query = new Query(select);
        if (choice.period().isEmpty()) {
            return query.add(" JOIN " + done + " e ON " + isDone + " WHERE e.export_no = ?", choice.number());
        }
        Period days = choice.period().get();
        Instant end = PaymentJournal.start(days.to().plusDays(1));
        return query.add(" WHERE " + moment + " >= ?", PaymentJournal.start(days.from()))
                .add(" AND " + moment + " < ?", end.isBefore(choice.made()) ? end : choice.made());
    }

    private static ExportEntry entry(ResultSet row) throws SQLException {
        Instant moment = Moments.get(row, 11).orElseThrow();
        Date paidOn = row.getDate(12);
        LocalDate day = paidOn == null ? moment.atZone(WARSAW).toLocalDate() : paidOn.toLocalDate();
        return new ExportEntry(
                row.getString(3),
                row.getString(1),
                row.getInt(2),
                row.getString(4),
                row.getString(5),
                new Nrb(row.getString(6)),
                day,
                moment,
                new DayReport.Amounts(
                        new Money(row.getBigDecimal(7)),
                        new Money(row.getBigDecimal(8)),
                        new Money(row.getBigDecimal(9)),
                        new Money(row.getBigDecimal(10))),
                row.getString(13),
                row.getString(14),
                row.getString(15));
    }
}
