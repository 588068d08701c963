package pl.otwartagmina.service.payments.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.DayReport.Amounts;

/** Reports of days, summed up from the books by the database. */
public final class DailyReports {
    private static final String OF_LINE = " JOIN payments_order_line l ON l.order_id = x.order_id AND l.line = x.line"
            + " JOIN payments_order o ON o.id = x.order_id JOIN payments_act a ON a.id = o.act"
            + " LEFT JOIN payments_due d ON l.source = 'payments' AND d.source_id = l.due_id ";
    private static final String SUMS = "SELECT a.gateway, l.creditor, l.source, COALESCE(d.kind, ''), COUNT(*),"
            + " SUM(x.costs), SUM(x.interest), SUM(x.principal), SUM(x.surplus) FROM ";
    private static final String GROUPED =
            " GROUP BY a.gateway, l.creditor, l.source, COALESCE(d.kind, '')" + " ORDER BY 1, 2, 3, 4";

    private static final String TRANSFERS =
            "SELECT '" + DayReport.TRANSFER + "', x.creditor, x.source, x.kind, COUNT(*),"
                    + " SUM(x.costs), SUM(x.interest), SUM(x.principal), SUM(x.surplus) FROM payments_assignment x WHERE ";
    private static final String TRANSFERS_GROUPED = " GROUP BY x.creditor, x.source, x.kind ORDER BY 2, 3, 4";

    private final DuesTables tables;

    public DailyReports(DuesTables tables) {
        this.tables = tables;
    }

    /** The day for which there is a report that still grows. */
    public LocalDate today() {
        return LocalDate.now(tables.clock());
    }

    /** The report of a day. */
    public DayReport of(LocalDate day) {
        return tables.unit()
                .sql(connection -> new DayReport(
                        day,
                        lines(connection, day, "payments_booking x", "x.booked", "x.booked"),
                        lines(connection, day, "payments_refund_line x", "x.returned", "x.undone")));
    }

    /** What came online, then what came by transfer. */
    private static List<DayReport.Line> lines(
            Connection connection, LocalDate day, String online, String onlineAt, String transferAt)
            throws SQLException {
        List<DayReport.Line> lines = new ArrayList<>(between(SUMS + online + OF_LINE + "WHERE ", onlineAt, day, GROUPED)
                .list(connection, DailyReports::line));
        lines.addAll(between(TRANSFERS, transferAt, day, TRANSFERS_GROUPED).list(connection, DailyReports::line));
        return lines;
    }

    /** The reports of some days on which something happened, at most as many as there are days. */
    public List<DayReport> of(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(this::of)
                .filter(report -> !report.isEmpty())
                .toList();
    }

    private static Query between(String select, String moment, LocalDate day, String grouped) {
        return new Query(select)
                .add(moment + " >= ?", PaymentJournal.start(day))
                .add(" AND " + moment + " < ?", PaymentJournal.start(day.plusDays(1)))
                .add(grouped);
    }

    private static DayReport.Line line(ResultSet row) throws SQLException {
        return new DayReport.Line(
                row.getString(1),
                new Nrb(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                new Amounts(
                        new Money(row.getBigDecimal(6)),
                        new Money(row.getBigDecimal(7)),
                        new Money(row.getBigDecimal(8)),
                        new Money(row.getBigDecimal(9))));
    }
}
