package pl.otwartagmina.service.payments.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataTable.Column;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.service.payments.internal.store.ReminderRecords;

/** What a person chose to be reminded of, and of what they were reminded, as the person gets it. No law keeps it. */
final class ReminderTables {
    private final ReminderRecords records;
    private final Translations translations;

    ReminderTables(ReminderRecords records, Translations translations) {
        this.records = records;
        this.translations = translations;
    }

    /** Both tables; none of somebody who never chose anything. */
    List<DataTable> of(Subject subject, Locale language) {
        return Stream.of(choice(subject, language), sent(subject, language))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private DataTable choice(Subject subject, Locale language) {
        return new DataTable(
                "reminder",
                text(language, "payments.privacy.reminding"),
                List.of(
                        column("daysBefore", language, "payments.privacy.reminding.before"),
                        column("after", language, "payments.privacy.reminding.after"),
                        column("since", language, "payments.privacy.reminding.since")),
                records.of(subject.account()).stream()
                        .map(chosen -> List.of(
                                DataValue.of(chosen.choice().daysBefore()),
                                DataValue.of(chosen.choice().after()),
                                DataValue.of(chosen.since())))
                        .toList());
    }

    private DataTable sent(Subject subject, Locale language) {
        return new DataTable(
                "reminded",
                text(language, "payments.privacy.reminded"),
                List.of(
                        column("due", language, "payments.privacy.id"),
                        column("reminder", language, "payments.privacy.reminded.kind"),
                        column("sent", language, "payments.column.when")),
                records.sent(subject.account()).stream()
                        .map(sent -> List.of(
                                DataValue.of(sent.due()),
                                DataValue.of(text(
                                        language,
                                        "payments.privacy.reminded."
                                                + sent.moment().code())),
                                DataValue.of(sent.at())))
                        .toList());
    }

    List<String> erasable(Subject subject, Locale language) {
        return of(subject, language).isEmpty() ? List.of() : List.of(text(language, "payments.privacy.reminded.erase"));
    }

    void erase(Subject subject) {
        records.erase(subject.account());
    }

    private Column column(String id, Locale language, String key) {
        return new Column(id, text(language, key));
    }

    private String text(Locale language, String key) {
        return translations.text(language, key);
    }
}
