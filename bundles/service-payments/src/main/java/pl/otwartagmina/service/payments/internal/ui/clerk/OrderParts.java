package pl.otwartagmina.service.payments.internal.ui.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.Heard;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.Gateways;
import pl.otwartagmina.service.payments.internal.order.OfficeRefund;
import pl.otwartagmina.service.payments.internal.order.OrderEvent;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.ui.DueWords;
import pl.otwartagmina.service.payments.internal.ui.OrderWords;
import pl.otwartagmina.service.payments.internal.ui.Table;

/** The tables of a payment's page. */
final class OrderParts {
    /** How amounts stand in the journal. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d+\\.\\d\\d) PLN");

    private final Texts texts;
    private final Gateways gateways;

    OrderParts(Texts texts, Gateways gateways) {
        this.texts = texts;
        this.gateways = gateways;
    }

    Details summary(PaymentOrder order) {
        return new Details()
                .with(texts.get("payments.column.state"), OrderWords.badge(texts, order.state()))
                .with(texts.get("payments.column.amount"), Formats.amount(order.amount()))
                .with(texts.get("payments.handling.number"), order.id())
                .with(texts.get("payments.column.gateway"), gateways.name(order.gateway(), texts.locale()))
                .with(texts.get("payments.handling.reference"), order.reference())
                .with(texts.get("payments.handling.created"), Formats.moment(order.created()))
                .with(texts.get("payments.handling.expires"), Formats.moment(order.expires()))
                .with(
                        texts.get("payments.handling.paid-at"),
                        order.paidAt().map(Formats::moment).orElse(""));
    }

    Table lines(PaymentOrder order) {
        Table table = new Table(texts.get("payments.handling.lines"), columns("payments.column.due"));
        for (OrderLine line : order.lines()) {
            table.row(
                    Table.Cell.of(line.title(), line.creditor().grouped()),
                    dash(line.costs()),
                    dash(line.interest()),
                    dash(line.principal()),
                    Table.Cell.of(Formats.amount(line.amount())));
        }
        return table;
    }

    private List<Table.Column> columns(String first) {
        return List.of(
                Table.Column.of(texts.get(first), "og-cell-main"),
                Table.Column.amount(texts.get("payments.receipt.column.costs")),
                Table.Column.amount(texts.get("payments.receipt.column.interest")),
                Table.Column.amount(texts.get("payments.receipt.column.principal")),
                Table.Column.amount(texts.get("payments.receipt.column.total"), "og-cell-amount", "og-strong"));
    }

    Table bookings(List<Booking> bookings) {
        List<Table.Column> columns = new ArrayList<>(columns("payments.export.reference"));
        columns.add(4, Table.Column.amount(texts.get("payments.column.overpaid")));
        Table table = new Table(texts.get("payments.handling.bookings"), columns);
        for (Booking booking : bookings) {
            table.row(
                    Table.Cell.of(
                            booking.order() + "/" + booking.line(),
                            texts.get("payments.handling.paid-on", Formats.day(booking.paidOn()))),
                    dash(booking.costs()),
                    dash(booking.interest()),
                    dash(booking.principal()),
                    dash(booking.surplus()),
                    Table.Cell.of(Formats.amount(booking.amount())));
        }
        return table;
    }

    Table refunds(List<OfficeRefund> refunds) {
        Table table = new Table(
                texts.get("payments.handling.refunds"),
                List.of(
                        Table.Column.of(texts.get("payments.refund.reason"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.when"), "og-cell-line"),
                        Table.Column.of(texts.get("payments.column.state"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.amount"), "og-cell-amount", "og-strong")));
        for (OfficeRefund refund : refunds) {
            table.row(
                    Table.Cell.of(refund.clerk().isEmpty() ? texts.get("payments.refund.outside") : refund.reason()),
                    Table.Cell.of(Formats.moment(refund.written())),
                    Table.Cell.of(
                            texts.get("payments.refund.state." + refund.state().code())),
                    Table.Cell.of(Formats.amount(refund.amount())));
        }
        return table;
    }

    Table happened(List<OrderEvent> journal) {
        Table table = new Table(
                texts.get("payments.handling.happened"),
                List.of(
                        Table.Column.of(texts.get("payments.handling.cause"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.when"), "og-cell-line"),
                        Table.Column.of(texts.get("payments.handling.after"), "og-cell-state")));
        for (OrderEvent event : journal) {
            table.row(
                    Table.Cell.of(
                            texts.get("payments.cause." + event.cause().name().toLowerCase(Locale.ROOT)),
                            detail(event.detail())),
                    Table.Cell.of(Formats.moment(event.happened())),
                    new Table.Cell(OrderWords.badge(texts, event.state())));
        }
        return table;
    }

    private static String detail(String kept) {
        Matcher amount = AMOUNT.matcher(kept);
        return amount.matches() ? Formats.amount(Money.of(amount.group(1))) : kept;
    }

    Table heard(List<Heard> notifications) {
        Table table = new Table(
                texts.get("payments.handling.heard"),
                List.of(
                        Table.Column.of(texts.get("payments.handling.said"), "og-cell-main"),
                        Table.Column.of(texts.get("payments.column.when"), "og-cell-line"),
                        Table.Column.of(texts.get("payments.handling.done"), "og-cell-line"),
                        Table.Column.amount(texts.get("payments.column.amount"), "og-cell-amount")));
        for (Heard one : notifications) {
            table.row(
                    Table.Cell.of(texts.get("payments.said." + one.said().name().toLowerCase(Locale.ROOT))),
                    Table.Cell.of(Formats.moment(one.received())),
                    Table.Cell.of(
                            one.done().map(Formats::moment).orElseGet(() -> texts.get("payments.handling.waits"))),
                    Table.Cell.of(Formats.amount(one.amount())));
        }
        return table;
    }

    private static Table.Cell dash(Money amount) {
        return Table.Cell.of(DueWords.amountOrDash(amount));
    }
}
