package pl.otwartagmina.service.payments.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.DayReport.Amounts;
import pl.otwartagmina.service.payments.internal.order.OrderState;

/** All payments made in the portal that concern a person: what the person paid, and what anybody paid of the person's dues. */
public final class PaidRecords {
    /** Stands for the party of somebody who has none; no row has it. */
    private static final String NO_PARTY = "-";

    private static final String OF_LINE =
            " JOIN payments_order o ON o.id = l.order_id JOIN payments_act a ON a.id = o.act"
                    + " WHERE (l.party_key = ? OR a.payer = ?) ORDER BY a.created, o.id, l.line";

    private final DuesTables tables;

    public PaidRecords(DuesTables tables) {
        this.tables = tables;
    }

    /** What an order was to pay of one due. */
    public record Ordered(
            String order,
            Instant created,
            String gateway,
            OrderState state,
            String reference,
            String title,
            Money amount) {}

    /** What was booked of a line, or given back of it. */
    public record Booked(String reference, LocalDate day, String due, Amounts amounts) {}

    /** Orders, line by line. */
    public List<Ordered> orders(Subject subject) {
        return list(
                "SELECT l.order_id, a.created, a.gateway, o.state, o.reference, l.title,"
                        + " l.costs + l.interest + l.principal FROM payments_order_line l" + OF_LINE,
                subject,
                row -> new Ordered(
                        row.getString(1),
                        Moments.get(row, 2).orElseThrow(),
                        row.getString(3),
                        OrderState.ofCode(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        new Money(row.getBigDecimal(7))));
    }

    /** Bookings. */
    public List<Booked> bookings(Subject subject) {
        return list(
                "SELECT l.order_id, l.line, b.paid_on, l.title, b.costs, b.interest, b.principal, b.surplus"
                        + " FROM payments_booking b JOIN payments_order_line l ON l.order_id = b.order_id AND l.line = b.line"
                        + OF_LINE,
                subject,
                row -> new Booked(
                        row.getString(1) + "/" + row.getInt(2),
                        row.getDate(3).toLocalDate(),
                        row.getString(4),
                        new Amounts(
                                new Money(row.getBigDecimal(5)),
                                new Money(row.getBigDecimal(6)),
                                new Money(row.getBigDecimal(7)),
                                new Money(row.getBigDecimal(8)))));
    }

    /** What was given back; the reason is a note of the office about its own act. */
    public List<Booked> refunds(Subject subject) {
        return list(
                "SELECT l.order_id, l.line, g.returned, l.title, g.costs, g.interest, g.principal, g.surplus"
                        + " FROM payments_refund_line g JOIN payments_order_line l ON l.order_id = g.order_id"
                        + " AND l.line = g.line AND g.returned IS NOT NULL" + OF_LINE,
                subject,
                row -> new Booked(
                        row.getString(1) + "/" + row.getInt(2),
                        Moments.get(row, 3)
                                .orElseThrow()
                                .atZone(tables.clock().getZone())
                                .toLocalDate(),
                        row.getString(4),
                        new Amounts(
                                new Money(row.getBigDecimal(5)),
                                new Money(row.getBigDecimal(6)),
                                new Money(row.getBigDecimal(7)),
                                new Money(row.getBigDecimal(8)))));
    }

    private <T> List<T> list(String select, Subject subject, Query.RowReader<T> reader) {
        String party = subject.party().map(PartyKey::value).orElse(NO_PARTY);
        return tables.unit().sql(connection -> new Query(select, party, subject.account()).list(connection, reader));
    }
}
