package pl.otwartagmina.service.payments.internal;

import java.util.List;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.service.payments.internal.store.PaidRecords;

/** Payments made in the portal, as the person gets them. */
final class PaidTables {
    private final PaidRecords records;

    PaidTables(PaidRecords records) {
        this.records = records;
    }

    DataTable orders(Subject subject, TableWords words) {
        return new DataTable(
                "orders",
                words.text("payments.privacy.orders"),
                List.of(
                        words.column("id", "payments.privacy.id"),
                        words.column("created", "payments.column.when"),
                        words.column("gateway", "payments.column.gateway"),
                        words.column("reference", "payments.handling.reference"),
                        words.column("state", "payments.column.state"),
                        words.column("title", "payments.column.payment"),
                        words.column("amount", "payments.column.amount")),
                records.orders(subject).stream()
                        .map(one -> List.of(
                                DataValue.of(one.order()),
                                DataValue.of(one.created()),
                                DataValue.of(one.gateway()),
                                DataValue.of(one.reference()),
                                DataValue.of(words.text(
                                        "payments.order." + one.state().code())),
                                DataValue.of(one.title()),
                                DataValue.of(one.amount())))
                        .toList());
    }

    DataTable bookings(Subject subject, TableWords words) {
        return booked("bookings", "payments.handling.bookings", records.bookings(subject), words);
    }

    DataTable refunds(Subject subject, TableWords words) {
        return booked("refunds", "payments.handling.refunds", records.refunds(subject), words);
    }

    private DataTable booked(String id, String title, List<PaidRecords.Booked> rows, TableWords words) {
        return new DataTable(
                id,
                words.text(title),
                List.of(
                        words.column("reference", "payments.export.reference"),
                        words.column("day", "payments.column.when"),
                        words.column("title", "payments.column.payment"),
                        words.column("costs", "payments.receipt.column.costs"),
                        words.column("interest", "payments.receipt.column.interest"),
                        words.column("principal", "payments.receipt.column.principal"),
                        words.column("surplus", "payments.column.overpaid")),
                rows.stream()
                        .map(one -> List.of(
                                DataValue.of(one.reference()),
                                DataValue.of(one.day()),
                                DataValue.of(one.due()),
                                DataValue.of(one.amounts().costs()),
                                DataValue.of(one.amounts().interest()),
                                DataValue.of(one.amounts().principal()),
                                DataValue.of(one.amounts().surplus())))
                        .toList());
    }
}
