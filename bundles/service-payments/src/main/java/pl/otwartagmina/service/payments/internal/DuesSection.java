package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataTable;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.PrivacySection;
import pl.otwartagmina.api.privacy.Retention;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.PaidRecords;
import pl.otwartagmina.service.payments.internal.store.ReminderRecords;

/**
 * Dues and payments of a person, as the tax system handed them over. They are kept for five years from the end of the year in
 * which they were due (art. 70 § 1 Ordynacji podatkowej), and what is not settled until it is. Of dues of other modules it has
 * the orders and bookings; the dues themselves are told by those modules.
 */
@Component
public final class DuesSection implements PrivacySection {
    private static final int YEARS = 5;

    private final Dues dues;
    private final Translations translations;
    private final PaidTables paid;
    private final ReminderTables reminders;

    @Activate
    public DuesSection(@Reference DuesTables tables, @Reference Translations translations) {
        this.dues = new Dues(tables, LateInterest.builtIn());
        this.translations = translations;
        this.paid = new PaidTables(new PaidRecords(tables));
        this.reminders = new ReminderTables(new ReminderRecords(tables));
    }

    @Override
    public String module() {
        return "payments";
    }

    @Override
    public String title(Locale language) {
        return translations.text(language, "payments.title");
    }

    @Override
    public List<DataGroup> export(Subject subject, Locale language) {
        TableWords words = new TableWords(translations, language);
        Optional<PartyRecords> records = records(subject);
        Stream<DataTable> ofParty = records.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        dues(records.get(), words),
                        payments(records.get(), words),
                        components(records.get(), words),
                        paid.orders(subject, words),
                        paid.bookings(subject, words),
                        paid.refunds(subject, words),
                        transfers(records.get(), words));
        return Stream.concat(ofParty, reminders.of(subject, words).stream())
                .map(DataGroup::of)
                .toList();
    }

    private Optional<PartyRecords> records(Subject subject) {
        return subject.party().map(dues::records);
    }

    private DataTable dues(PartyRecords records, TableWords words) {
        return new DataTable(
                "dues",
                words.text("payments.privacy.dues"),
                List.of(
                        words.column("id", "payments.privacy.id"),
                        words.column("kind", "payments.column.due"),
                        words.column("card", "payments.column.account"),
                        words.column("decision", "payments.privacy.decision"),
                        words.column("year", "payments.privacy.year"),
                        words.column("dueDay", "payments.column.day"),
                        words.column("principal", "payments.column.principal"),
                        words.column("paid", "payments.column.paid"),
                        words.column("reminderCost", "payments.privacy.reminder")),
                records.dues().stream()
                        .map(due -> List.of(
                                DataValue.of(due.id()),
                                DataValue.of(
                                        words.text("payments.kind." + due.kind().code())),
                                DataValue.of(due.card()),
                                DataValue.of(due.decision()),
                                DataValue.of(due.year()),
                                DataValue.of(due.dueDay()),
                                DataValue.of(due.principal()),
                                DataValue.of(due.paid()),
                                DataValue.of(due.reminderCost())))
                        .toList());
    }

    private DataTable payments(PartyRecords records, TableWords words) {
        return new DataTable(
                "payments",
                words.text("payments.privacy.payments"),
                List.of(
                        words.column("id", "payments.privacy.id"),
                        words.column("card", "payments.column.account"),
                        words.column("day", "payments.column.paid-on"),
                        words.column("amount", "payments.column.amount"),
                        words.column("surplus", "payments.column.overpaid")),
                records.payments().stream()
                        .map(payment -> List.of(
                                DataValue.of(payment.id()),
                                DataValue.of(payment.card()),
                                DataValue.of(payment.day()),
                                DataValue.of(payment.amount()),
                                DataValue.of(payment.surplus())))
                        .toList());
    }

    private DataTable components(PartyRecords records, TableWords words) {
        return new DataTable(
                "components",
                words.text("payments.privacy.components"),
                List.of(
                        words.column("card", "payments.column.account"),
                        words.column("year", "payments.privacy.year"),
                        words.column("name", "payments.column.component"),
                        words.column("base", "payments.column.base"),
                        words.column("unit", "payments.privacy.unit"),
                        words.column("rate", "payments.column.rate"),
                        words.column("amount", "payments.column.tax")),
                records.components().stream()
                        .map(component -> List.of(
                                DataValue.of(component.card()),
                                DataValue.of(component.year()),
                                DataValue.of(component.name()),
                                new DataValue.Number(component.base().stripTrailingZeros()),
                                DataValue.of(component.unit()),
                                new DataValue.Number(component.rate().stripTrailingZeros()),
                                DataValue.of(component.amount())))
                        .toList());
    }

    private DataTable transfers(PartyRecords records, TableWords words) {
        return new DataTable(
                "transfers",
                words.text("payments.privacy.transfers"),
                List.of(
                        words.column("card", "payments.column.account"),
                        words.column("day", "payments.column.paid-on"),
                        words.column("title", "payments.privacy.transfer.title"),
                        words.column("amount", "payments.column.amount"),
                        words.column("surplus", "payments.column.overpaid")),
                records.transfers().stream()
                        .map(transfer -> List.of(
                                DataValue.of(transfer.card()),
                                DataValue.of(transfer.day()),
                                DataValue.of(transfer.title()),
                                DataValue.of(transfer.amount()),
                                DataValue.of(transfer.surplus())))
                        .toList());
    }

    @Override
    public List<String> erasable(Subject subject, Locale language) {
        TableWords words = new TableWords(translations, language);
        boolean any = records(subject).stream()
                .flatMap(records -> records.dues().stream())
                .anyMatch(this::isErasable);
        Stream<String> old = any
                ? Stream.of(words.text(
                        "payments.privacy.old", String.valueOf(firstKept().getYear())))
                : Stream.empty();
        return Stream.concat(old, reminders.erasable(subject, words).stream()).toList();
    }

    /** One line for each year: what is not settled has no last day yet. */
    @Override
    public List<Retention> retained(Subject subject, Locale language) {
        TableWords words = new TableWords(translations, language);
        List<Retention> kept = new ArrayList<>();
        records(subject).stream()
                .flatMap(records -> records.dues().stream())
                .filter(due -> !isErasable(due))
                .collect(Collectors.groupingBy(due -> due.dueDay().getYear(), TreeMap::new, Collectors.toList()))
                .forEach((year, ofYear) -> kept.add(new Retention(
                        words.text("payments.privacy.kept", String.valueOf(year)),
                        words.text("payments.privacy.law"),
                        ofYear.stream().allMatch(DuesSection::isSettled)
                                ? Optional.of(LocalDate.of(year + YEARS, 12, 31))
                                : Optional.empty())));
        return kept;
    }

    @Override
    public void erase(Subject subject) {
        subject.party().ifPresent(party -> dues.eraseSettled(party, firstKept()));
        reminders.erase(subject);
    }

    /** The first day of the first year that is kept. */
    private LocalDate firstKept() {
        return LocalDate.of(dues.today().getYear() - YEARS, 1, 1);
    }

    private boolean isErasable(Due due) {
        return isSettled(due) && due.dueDay().isBefore(firstKept());
    }

    private static boolean isSettled(Due due) {
        return due.open().isZero() && due.pending().isZero();
    }
}
