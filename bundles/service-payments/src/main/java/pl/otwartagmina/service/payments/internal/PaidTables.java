package pl.otwartagmina.service.payments.internal;

import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataTable.Column;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.service.payments.internal.store.PaidRecords;

/** Payments made in the portal, as the person gets them. */
final class PaidTables {
    private final PaidRecords records;
    private final Translations translations;

    PaidTables(PaidRecords records, Translations translations) {
        this.records = records;
        this.translations = translations;
    }

    DataTable orders(Subject subject, Locale language) {
        return new DataTable(
                "orders",
                text(language, "payments.privacy.orders"),
                List.of(
                        column("id", language, "payments.privacy.id"),
                        column("created", language, "payments.column.when"),
                        column("gateway", language, "payments.column.gateway"),
                        column("reference", language, "payments.handling.reference"),
                        column("state", language, "payments.column.state"),
                        column("title", language, "payments.column.payment"),
                        column("amount", language, "payments.column.amount")),
                records.orders(subject).stream()
                        .map(one -> List.of(
                                DataValue.of(one.order()),
                                DataValue.of(one.created()),
                                DataValue.of(one.gateway()),
                                DataValue.of(one.reference()),
                                DataValue.of(text(
                                        language,
                                        "payments.order." + one.state().code())),
                                DataValue.of(one.title()),
                                DataValue.of(one.amount())))
                        .toList());
    }

    DataTable bookings(Subject subject, Locale language) {
        return booked("bookings", "payments.handling.bookings", records.bookings(subject), language);
    }

    DataTable refunds(Subject subject, Locale language) {
        return booked("refunds", "payments.handling.refunds", records.refunds(subject), language);
    }

    private DataTable booked(String id, String title, List<PaidRecords.Booked> rows, Locale language) {
        return new DataTable(
                id,
                text(language, title),
                List.of(
                        column("reference", language, "payments.export.reference"),
                        column("day", language, "payments.column.when"),
                        column("title", language, "payments.column.payment"),
                        column("costs", language, "payments.receipt.column.costs"),
                        column("interest", language, "payments.receipt.column.interest"),
                        column("principal", language, "payments.receipt.column.principal"),
                        column("surplus", language, "payments.column.overpaid")),
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

    private Column column(String id, Locale language, String key) {
        return new Column(id, text(language, key));
    }

    private String text(Locale language, String key) {
        return translations.text(language, key);
    }
}
