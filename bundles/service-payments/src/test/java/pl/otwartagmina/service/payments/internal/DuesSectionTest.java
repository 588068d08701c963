package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.privacy.DataGroup;
import pl.otwartagmina.api.privacy.DataValue;
import pl.otwartagmina.api.privacy.Retention;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class DuesSectionTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Subject OF_ANNA = new Subject("account", Optional.of(ANNA));

    private final Database database;
    private final DuesTables tables;
    private final DuesSection section;

    DuesSectionTest(Database database) {
        this.database = database;
        tables = new DuesTables(
                database, Clock.fixed(TODAY.atTime(12, 0).atZone(WARSAW).toInstant(), WARSAW));
        section = new DuesSection(tables, new TestTexts());
    }

    private List<List<DataValue>> exported(Subject subject) {
        return section.export(subject, TestTexts.POLISH).stream()
                .filter(group -> group.id().equals("dues"))
                .map(DataGroup::tables)
                .flatMap(List::stream)
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    @Test
    void the_person_gets_all_dues_and_nobody_elses() {
        SavedDues.save(
                tables,
                realEstate("1", LocalDate.of(2026, 9, 15), "31.00"),
                due("2", JAN, Kind.WASTE, "510000021", TODAY, "67.00", "0.00", "0.00", "0.00"),
                due("withdrawn", ANNA, Kind.WASTE, "510000022", TODAY, "0.00", "0.00", "0.00", "0.00"));

        assertThat(exported(OF_ANNA)).hasSize(2).first().satisfies(row -> assertThat(row)
                .contains(
                        DataValue.of("Podatek od nieruchomości"),
                        DataValue.of(LocalDate.of(2026, 9, 15)),
                        DataValue.of(Money.of("31.00"))));
        assertThat(section.export(OF_ANNA, TestTexts.POLISH))
                .extracting(DataGroup::id)
                .containsExactly("dues", "payments", "components", "orders", "bookings", "refunds", "transfers");
        assertThat(section.export(new Subject("account", Optional.empty()), TestTexts.POLISH))
                .isEmpty();
    }

    @Test
    void the_law_keeps_each_year_for_five_more_and_what_is_owed_until_it_is_paid() {
        SavedDues.save(
                tables,
                realEstate("paid", LocalDate.of(2021, 3, 15), "131.00"),
                realEstate("owed", LocalDate.of(2019, 3, 15), "31.00"),
                realEstate("over", LocalDate.of(2020, 12, 31), "131.00"));

        assertThat(section.retained(OF_ANNA, TestTexts.POLISH))
                .extracting(Retention::what, Retention::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Zobowiązania i wpłaty z 2019 roku", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(
                                "Zobowiązania i wpłaty z 2021 roku", Optional.of(LocalDate.of(2026, 12, 31))));
        assertThat(section.erasable(OF_ANNA, TestTexts.POLISH)).singleElement().satisfies(line -> assertThat(line)
                .contains("przed 2021 rokiem"));
    }

    @Test
    void what_the_law_keeps_no_more_is_erased_and_a_second_time_changes_nothing() {
        SavedDues.save(
                tables,
                realEstate("paid", LocalDate.of(2021, 3, 15), "131.00"),
                realEstate("over", LocalDate.of(2020, 12, 31), "131.00"),
                due("jans", JAN, Kind.WASTE, "1", LocalDate.of(2015, 1, 2), "1.00", "1.00", "0.00", "0.00"));

        section.erase(OF_ANNA);
        section.erase(OF_ANNA);

        assertThat(exported(OF_ANNA)).singleElement().satisfies(row -> assertThat(row)
                .contains(DataValue.of("paid")));
        assertThat(exported(new Subject("other", Optional.of(JAN)))).hasSize(1);
        assertThat(section.erasable(OF_ANNA, TestTexts.POLISH)).isEmpty();
    }

    @Test
    void a_transfer_is_exported_and_erased_once_the_tax_system_has_it_and_the_law_keeps_it_no_more() throws Exception {
        SavedDues.save(tables, realEstate("1", LocalDate.of(2026, 9, 15), "0.00"));
        BankDesk desk = new BankDesk(
                tables, DueSources.NONE, (unit, act) -> {}, Settings.of(BankSettings.Config.class, Map.of()));
        desk.take(
                "a.sta",
                StatementFile.of("1").with("131.00", "240000021/NIER/2026/R3").stream(),
                Clerk.atConsole("jan"));
        assertThat(transfers()).singleElement().satisfies(row -> assertThat(row)
                .contains(DataValue.of("240000021/NIER/2026/R3"), DataValue.of(Money.of("131.00"))));

        section.erase(OF_ANNA);
        assertThat(transfers()).hasSize(1);

        // six years later; the tax system has had it since
        SavedDues.takeOver(tables, Instant.parse("2026-11-12T10:00:00Z"));
        DuesSection later = new DuesSection(
                new DuesTables(
                        database,
                        Clock.fixed(
                                TODAY.plusYears(6).atTime(12, 0).atZone(WARSAW).toInstant(), WARSAW)),
                new TestTexts());
        later.erase(OF_ANNA);
        assertThat(transfers()).isEmpty();
        assertThat(desk.count(TransferTab.DONE)).isZero();
    }

    @Test
    void a_choice_of_reminders_is_exported_and_erased_even_without_a_party() {
        Reminders reminders = new Reminders(tables, new FakeAccounts(), (unit, act) -> {});
        Person anna = new Person("account", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(ANNA));
        reminders.choose(new Acting(Optional.of(anna), TestTexts.POLISH), new ReminderChoice(7, true));
        Subject nobodyYet = new Subject("account", Optional.empty());

        assertThat(section.export(nobodyYet, TestTexts.POLISH)).singleElement().satisfies(group -> assertThat(
                        group.tables().get(0).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains(DataValue.of(7), DataValue.of(true))));
        assertThat(section.erasable(nobodyYet, TestTexts.POLISH))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("przypomnień"));

        section.erase(nobodyYet);
        assertThat(section.export(nobodyYet, TestTexts.POLISH)).isEmpty();
        assertThat(section.erasable(nobodyYet, TestTexts.POLISH)).isEmpty();
    }

    private List<List<DataValue>> transfers() {
        return section.export(OF_ANNA, TestTexts.POLISH).stream()
                .filter(group -> group.id().equals("transfers"))
                .map(DataGroup::tables)
                .flatMap(List::stream)
                .flatMap(table -> table.rows().stream())
                .toList();
    }
}
