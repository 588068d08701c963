package pl.otwartagmina.service.payments.internal;

import java.util.List;
import java.util.stream.Stream;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.service.payments.internal.store.ReminderRecords;

/** What a person chose to be reminded of, and of what they were reminded, as the person gets it. No law keeps it. */
final class ReminderTables {
    private final ReminderRecords records;

    ReminderTables(ReminderRecords records) {
        this.records = records;
    }

    /** Both tables; none of somebody who never chose anything. */
    List<DataTable> of(Subject subject, TableWords words) {
        return Stream.of(choice(subject, words), sent(subject, words))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private DataTable choice(Subject subject, TableWords words) {
        return new DataTable(
                "reminder",
                words.text("payments.privacy.reminding"),
                List.of(
                        words.column("daysBefore", "payments.privacy.reminding.before"),
                        words.column("after", "payments.privacy.reminding.after"),
                        words.column("since", "payments.privacy.reminding.since")),
                records.of(subject.account()).stream()
                        .map(chosen -> List.of(
                                DataValue.of(chosen.choice().daysBefore()),
                                DataValue.of(chosen.choice().after()),
                                DataValue.of(chosen.since())))
                        .toList());
    }

    private DataTable sent(Subject subject, TableWords words) {
        return new DataTable(
                "reminded",
                words.text("payments.privacy.reminded"),
                List.of(
                        words.column("due", "payments.privacy.id"),
                        words.column("reminder", "payments.privacy.reminded.kind"),
                        words.column("sent", "payments.column.when")),
                records.sent(subject.account()).stream()
                        .map(sent -> List.of(
                                DataValue.of(sent.due()),
                                DataValue.of(words.text("payments.privacy.reminded."
                                        + sent.moment().code())),
                                DataValue.of(sent.at())))
                        .toList());
    }

    List<String> erasable(Subject subject, TableWords words) {
        return of(subject, words).isEmpty() ? List.of() : List.of(words.text("payments.privacy.reminded.erase"));
    }

    void erase(Subject subject) {
        records.erase(subject.account());
    }
}
