package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.Post;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.service.payments.internal.FakeAccounts;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class DailyRemindersTest {
    private static final LocalDate DUE = TODAY.plusDays(5);
    private static final Locale UKRAINIAN = Locale.forLanguageTag("uk");

    private final FakeAccounts accounts = new FakeAccounts()
            .with("anna", new Addressee(Optional.of("anna@poczta.example"), TestTexts.POLISH, Optional.of(ANNA)))
            .with("jan", new Addressee(Optional.of("jan@poczta.example"), UKRAINIAN, Optional.of(JAN)));
    private final List<Letter> letters = Collections.synchronizedList(new ArrayList<>());
    private final List<AuditRecord> acts = new ArrayList<>();
    private final MovingClock clock = new MovingClock(TODAY.atTime(7, 0));
    private final Contributors contributors = new Contributors(clock);
    private final DuesTables tables;
    private final Reminders reminders;
    private final ReminderRecords records;

    DailyRemindersTest(Database database) {
        tables = new DuesTables(database, clock);
        reminders = new Reminders(tables, accounts, (unit, act) -> acts.add(act));
        records = new ReminderRecords(tables);
        SavedDues.save(
                tables,
                realEstate("1", DUE, "0.00"),
                due("2", ANNA, Kind.WASTE, "51", DUE.plusDays(1), "67.00", "0.00", "7.00", "0.00"),
                due("3", JAN, Kind.WASTE, "52", DUE, "67.00", "0.00", "0.00", "0.00"));
    }

    @Test
    void nobody_is_written_to_who_has_not_asked_for_it() {
        assertThat(reminders.of(acting("anna", ANNA))).isEqualTo(ReminderChoice.NONE);
        clock.pass(Duration.ofHours(2));
        assertThat(round((unit, letter) -> letters.add(letter))).isZero();
    }

    @Test
    void one_letter_in_the_morning_tells_of_all_that_comes_due() {
        choose("anna", ANNA, 7, false);
        assertThat(round()).as("before eight").isZero();

        clock.pass(Duration.ofHours(1));
        assertThat(round()).isEqualTo(1);
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("anna@poczta.example");
            assertThat(letter.subject()).isEqualTo("Zbliża się termin płatności: Gmina Modrzewiny");
            assertThat(letter.text())
                    .contains(
                            "– Podatek od nieruchomości, rata 3 z 4: 131,00\u00a0zł, termin 16.11.2026\n– ",
                            "odpadami",
                            "60,00\u00a0zł, termin 17.11.2026",
                            "https://portal.example/e/payments\n",
                            "https://portal.example/e/payments/reminders\n")
                    .doesNotContain("240000021", "nakaz", "minął");
        });
    }

    @AfterEach
    void close() {
        contributors.close();
    }

    @Test
    void dues_of_modules_are_reminded_of_by_their_kind_once_and_when_the_module_tells() {
        Hall hall = new Hall().has(Hall.due("H1", DUE));
        hall.mood(() -> {
            throw new IllegalStateException("not now");
        });
        contributors.bring(hall);
        choose("anna", ANNA, 7, false);
        clock.pass(Duration.ofHours(5));
        round();
        assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .doesNotContain("Opłata za salę"));

        hall.mood(() -> {});
        clock.pass(Duration.ofDays(1));
        round();
        clock.pass(Duration.ofDays(1));
        round();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(1).text())
                .contains("– Opłata za salę: 120,00\u00a0zł, termin 16.11.2026\n")
                .doesNotContain("H1", "umowa", "podatek", "odpadami");
    }

    @Test
    void a_due_is_reminded_of_once_before_and_once_after_its_day() {
        choose("anna", ANNA, 3, true);
        clock.pass(Duration.ofHours(5));
        for (int day = 0; day < 30; day++) {
            round();
            round();
            clock.pass(Duration.ofDays(1));
        }
        assertThat(letters)
                .extracting(Letter::subject)
                .containsExactly(
                        "Zbliża się termin płatności: Gmina Modrzewiny",
                        "Zbliża się termin płatności: Gmina Modrzewiny",
                        "Minął termin płatności: Gmina Modrzewiny",
                        "Minął termin płatności: Gmina Modrzewiny");
        assertThat(records.sent("anna")).hasSize(4);
    }

    @Test
    void a_portal_that_stood_still_makes_up_for_it_and_does_not_say_that_a_day_is_near_which_has_passed() {
        choose("anna", ANNA, 7, false);
        clock.pass(Duration.ofDays(4).plusHours(10));
        round();
        assertThat(letters).hasSize(1);

        choose("jan", JAN, 7, false);
        clock.pass(Duration.ofDays(2));
        round();
        assertThat(letters).as("Jan's day was yesterday").hasSize(1);
    }

    @Test
    void what_is_paid_or_under_way_is_not_asked_for() throws Exception {
        choose("anna", ANNA, 14, true);
        new Till(tables).payFor("1", "131.00");
        new Till(tables).payFor("2", "60.00");
        clock.pass(Duration.ofHours(5));
        assertThat(round()).isZero();
    }

    @Test
    void each_is_written_to_in_their_language_at_the_address_of_that_day() {
        choose("jan", JAN, 7, false);
        accounts.with("jan", new Addressee(Optional.of("nowy@poczta.example"), UKRAINIAN, Optional.of(JAN)));
        clock.pass(Duration.ofHours(5));
        round();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("nowy@poczta.example");
            assertThat(letter.subject()).startsWith("Наближається строк платежу");
        });
    }

    @Test
    void an_account_that_is_closed_or_has_no_address_or_is_somebody_elses_now_gets_nothing() {
        choose("anna", ANNA, 7, false);
        clock.pass(Duration.ofHours(5));
        accounts.close("anna");
        assertThat(round()).isZero();

        clock.pass(Duration.ofDays(1));
        accounts.with("anna", new Addressee(Optional.empty(), TestTexts.POLISH, Optional.of(ANNA)));
        assertThat(round()).isZero();

        clock.pass(Duration.ofDays(1));
        accounts.with("anna", new Addressee(Optional.of("anna@poczta.example"), TestTexts.POLISH, Optional.of(JAN)));
        assertThat(round()).isZero();

        clock.pass(Duration.ofDays(1));
        accounts.with("anna", new Addressee(Optional.of("anna@poczta.example"), TestTexts.POLISH, Optional.of(ANNA)));
        assertThat(round()).as("from the next day on").isEqualTo(1);
    }

    @Test
    void a_letter_that_cannot_be_handed_over_is_not_written_down_as_sent_and_holds_up_nobody() {
        choose("anna", ANNA, 7, false);
        choose("jan", JAN, 7, false);
        clock.pass(Duration.ofHours(5));
        Post full = (unit, letter) -> {
            if (letter.to().startsWith("anna")) {
                throw new IllegalStateException("no room");
            }
            letters.add(letter);
        };
        assertThat(round(full)).isEqualTo(1);
        assertThat(records.sent("anna")).isEmpty();
        assertThat(records.sent("jan")).hasSize(1);

        assertThat(round()).as("the next round").isEqualTo(1);
        assertThat(letters).extracting(Letter::to).containsExactly("jan@poczta.example", "anna@poczta.example");
    }

    @Test
    void however_many_nodes_write_at_once_a_letter_goes_once() throws Exception {
        choose("anna", ANNA, 7, true);
        choose("jan", JAN, 7, true);
        clock.pass(Duration.ofHours(5));
        List<Callable<Integer>> nodes = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> this::round)
                .toList();
        assertThat(AtOnce.run(nodes).stream().mapToInt(count -> count).sum()).isEqualTo(2);
        assertThat(letters).hasSize(2);
    }

    @Test
    void a_choice_is_kept_recorded_and_taken_back() {
        choose("anna", ANNA, 7, true);
        choose("anna", ANNA, 3, false);
        assertThat(reminders.of(acting("anna", ANNA))).isEqualTo(new ReminderChoice(3, false));
        choose("anna", ANNA, 0, false);
        assertThat(reminders.of(acting("anna", ANNA))).isEqualTo(ReminderChoice.NONE);
        assertThat(records.of("anna")).isEmpty();
        assertThat(acts)
                .hasSize(3)
                .allSatisfy(act -> assertThat(act.action()).isEqualTo("payments.reminders"))
                .allSatisfy(act -> assertThat(act.objectId()).isEqualTo("anna"));

        clock.pass(Duration.ofHours(5));
        assertThat(round()).isZero();
    }

    @Test
    void whoever_turns_it_off_and_on_again_is_not_reminded_twice_and_after_a_year_nobody_knows() {
        choose("anna", ANNA, 7, false);
        clock.pass(Duration.ofHours(5));
        assertThat(round()).isEqualTo(1);
        choose("anna", ANNA, 0, false);
        choose("anna", ANNA, 14, false);
        assertThat(round()).isZero();
        assertThat(records.sent("anna")).hasSize(2);

        clock.pass(Duration.ofDays(367));
        round();
        assertThat(records.sent("anna")).isEmpty();
    }

    @Test
    void a_letter_about_very_many_dues_says_how_many_more_there_are() {
        for (int i = 0; i < 45; i++) {
            SavedDues.save(tables, realEstate("M" + i, DUE, "0.00"));
        }
        choose("anna", ANNA, 7, false);
        clock.pass(Duration.ofHours(5));
        round();
        assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("– i jeszcze 17 pozycji"));
    }

    private int round() {
        return round((unit, letter) -> letters.add(letter));
    }

    private int round(Post post) {
        return new DailyReminders(tables, contributors.sources(), accounts, post, new Town(), new TestTexts()).write();
    }

    private void choose(String account, PartyKey party, int before, boolean after) {
        reminders.choose(acting(account, party), new ReminderChoice(before, after));
    }

    private static Acting acting(String account, PartyKey party) {
        return new Acting(
                Optional.of(new Person(account, "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(party))),
                TestTexts.POLISH);
    }
}
