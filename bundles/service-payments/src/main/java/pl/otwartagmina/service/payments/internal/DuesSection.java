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
import pl.otwartagmina.api.privacy.DataTable.Column;
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
        this.paid = new PaidTables(new PaidRecords(tables), translations);
        this.reminders = new ReminderTables(new ReminderRecords(tables), translations);
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
        Optional<PartyRecords> records = records(subject);
        Stream<DataTable> ofParty = records.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        dues(records.get(), language),
                        payments(records.get(), language),
                        components(records.get(), language),
                        paid.orders(subject, language),
                        paid.bookings(subject, language),
                        paid.refunds(subject, language),
                        transfers(records.get(), language));
        return Stream.concat(ofParty, reminders.of(subject, language).stream())
                .map(DataGroup::of)
                .toList();
    }

    private Optional<PartyRecords> records(Subject subject) {
        return subject.party().map(dues::records);
    }

    private DataTable dues(PartyRecords records, Locale language) {
        return new DataTable(
                "dues",
                text(language, "payments.privacy.dues"),
                List.of(
                        column("id", language, "payments.privacy.id"),
                        column("kind", language, "payments.column.due"),
                        column("card", language, "payments.column.account"),
                        column("decision", language, "payments.privacy.decision"),
                        column("year", language, "payments.privacy.year"),
                        column("dueDay", language, "payments.column.day"),
                        column("principal", language, "payments.column.principal"),
                        column("paid", language, "payments.column.paid"),
                        column("reminderCost", language, "payments.privacy.reminder")),
                records.dues().stream()
                        .map(due -> List.of(
                                DataValue.of(due.id()),
                                DataValue.of(text(
                                        language, "payments.kind." + due.kind().code())),
                                DataValue.of(due.card()),
                                DataValue.of(due.decision()),
                                DataValue.of(due.year()),
                                DataValue.of(due.dueDay()),
                                DataValue.of(due.principal()),
                                DataValue.of(due.paid()),
                                DataValue.of(due.reminderCost())))
                        .toList());
    }

    private DataTable payments(PartyRecords records, Locale language) {
        return new DataTable(
                "payments",
                text(language, "payments.privacy.payments"),
                List.of(
                        column("id", language, "payments.privacy.id"),
                        column("card", language, "payments.column.account"),
                        column("day", language, "payments.column.paid-on"),
                        column("amount", language, "payments.column.amount"),
                        column("surplus", language, "payments.column.overpaid")),
                records.payments().stream()
                        .map(payment -> List.of(
                                DataValue.of(payment.id()),
                                DataValue.of(payment.card()),
                                DataValue.of(payment.day()),
                                DataValue.of(payment.amount()),
                                DataValue.of(payment.surplus())))
                        .toList());
    }

    private DataTable components(PartyRecords records, Locale language) {
        return new DataTable(
                "components",
                text(language, "payments.privacy.components"),
                List.of(
                        column("card", language, "payments.column.account"),
                        column("year", language, "payments.privacy.year"),
                        column("name", language, "payments.column.component"),
                        column("base", language, "payments.column.base"),
                        column("unit", language, "payments.privacy.unit"),
                        column("rate", language, "payments.column.rate"),
                        column("amount", language, "payments.column.tax")),
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

    private DataTable transfers(PartyRecords records, Locale language) {
        return new DataTable(
                "transfers",
                text(language, "payments.privacy.transfers"),
                List.of(
                        column("card", language, "payments.column.account"),
                        column("day", language, "payments.column.paid-on"),
                        column("title", language, "payments.privacy.transfer.title"),
                        column("amount", language, "payments.column.amount"),
                        column("surplus", language, "payments.column.overpaid")),
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
        boolean any = records(subject).stream()
                .flatMap(records -> records.dues().stream())
                .anyMatch(this::isErasable);
        Stream<String> old = any
                ? Stream.of(text(
                        language,
                        "payments.privacy.old",
                        String.valueOf(firstKept().getYear())))
                : Stream.empty();
        return Stream.concat(old, reminders.erasable(subject, language).stream())
                .toList();
    }

    /** One line for each year: what is not settled has no last day yet. */
    @Override
    public List<Retention> retained(Subject subject, Locale language) {
        List<Retention> kept = new ArrayList<>();
        records(subject).stream()
                .flatMap(records -> records.dues().stream())
                .filter(due -> !isErasable(due))
                .collect(Collectors.groupingBy(due -> due.dueDay().getYear(), TreeMap::new, Collectors.toList()))
                .forEach((year, ofYear) -> kept.add(new Retention(
                        text(language, "payments.privacy.kept", String.valueOf(year)),
                        text(language, "payments.privacy.law"),
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

    private Column column(String id, Locale language, String key) {
        return new Column(id, text(language, key));
    }

    private String text(Locale language, String key, Object... arguments) {
        return translations.text(language, key, arguments);
    }
}
