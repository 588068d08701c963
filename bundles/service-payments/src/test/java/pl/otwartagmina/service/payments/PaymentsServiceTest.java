package pl.otwartagmina.service.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.NotBelieved;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.ToDo;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.CashierRounds;
import pl.otwartagmina.service.payments.internal.FakeAccounts;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Clerks;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.service.payments.internal.ui.clerk.ClerkDesk;
import pl.otwartagmina.service.payments.internal.ui.clerk.ClerkViews;
import pl.otwartagmina.testing.database.TestDatabase;

class PaymentsServiceTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final DuesTables tables = new DuesTables(
            database, Clock.fixed(TODAY.atTime(12, 0).atZone(WARSAW).toInstant(), WARSAW));
    private final Cashier cashier = new Cashier(tables, List::of, DueSources.NONE, new Town(), (unit, act) -> {});
    private final CashierRounds rounds = new CashierRounds(cashier);
    private final PaymentsService service = service(tables);

    @AfterEach
    void close() throws InterruptedException {
        rounds.close();
        database.close();
    }

    @Test
    void the_tile_tells_how_much_waits() {
        assertThat(service.figure(anna(TestTexts.POLISH))).contains("Nic do zapłaty");
        saveSome();
        assertThat(service.figure(anna(TestTexts.POLISH))).contains("3 do zapłaty · 328,00\u00a0zł");
        assertThat(service.figure(anna(TestTexts.ENGLISH))).contains("3 to pay · 328,00\u00a0zł");
    }

    @Test
    void what_is_overdue_is_to_do_first_then_what_is_due_within_two_weeks() {
        saveSome();
        assertThat(service.toDo(anna(TestTexts.POLISH)))
                .containsExactly(
                        new ToDo(
                                ToDo.Urgency.OVERDUE,
                                "Podatek od nieruchomości, rata 3 z 4",
                                "Termin 15.09.2026, 57 dni po terminie.",
                                "131,00\u00a0zł",
                                "Zobacz",
                                "?tab=overdue"),
                        new ToDo(
                                ToDo.Urgency.SOON,
                                "Podatek od nieruchomości, rata 3 z 4",
                                "Termin 16.11.2026, za 5 dni.",
                                "130,00\u00a0zł",
                                "Zobacz",
                                ""));
    }

    @Test
    void the_tile_counts_what_modules_contribute_and_says_which_does_not_tell() {
        try (Contributors contributors = new Contributors(Clock.systemUTC())) {
            Hall hall = new Hall().has(Hall.due("H1", TODAY.plusDays(2)));
            contributors.bring(hall);
            PaymentsService withHall = service(tables, contributors.sources());
            assertThat(withHall.figure(anna(TestTexts.POLISH))).contains("1 do zapłaty · 120,00\u00a0zł");
            assertThat(withHall.toDo(anna(TestTexts.POLISH)))
                    .extracting(ToDo::title)
                    .containsExactly("Wynajem sali H1");
            hall.mood(() -> {
                throw new IllegalStateException("closed");
            });
            assertThat(withHall.figure(anna(TestTexts.POLISH))).contains("Chwilowo brak danych z: Hala sportowa");
            saveSome();
            assertThat(withHall.figure(anna(TestTexts.POLISH)))
                    .contains("3 do zapłaty · 328,00\u00a0zł · chwilowo brak danych z: Hala sportowa");
            contributors.take(hall);
            assertThat(withHall.figure(anna(TestTexts.POLISH))).contains("3 do zapłaty · 328,00\u00a0zł");
        }
    }

    @Test
    void a_visitor_sees_no_figures() {
        assertThat(service.figure(Acting.visitor(TestTexts.POLISH))).isEqualTo(Optional.empty());
        assertThat(service.toDo(Acting.visitor(TestTexts.POLISH))).isEmpty();
    }

    @Test
    void it_works_only_while_its_tables_answer() {
        service.check();
        PaymentsService left;
        try (TestDatabase gone = TestDatabase.empty(Database.Product.DERBY)) {
            left = service(new DuesTables(gone, Clock.systemUTC()));
        }
        assertThatThrownBy(left::check).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_configured_rate_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> new PaymentsService(
                        tables,
                        cashier,
                        rounds,
                        List::of,
                        DueSources.NONE,
                        bank(tables),
                        document -> new byte[0],
                        new Town(),
                        new TestTexts(),
                        clerks(tables),
                        reminders(tables),
                        Settings.of(
                                PaymentsService.Config.class,
                                Map.of("interest", "rate 2026-12-03 9.5, rate tomorrow 9.5"))))
                .hasMessageContaining("'rate tomorrow 9.5'");
    }

    private PaymentsService service(DuesTables tables) {
        return service(tables, DueSources.NONE);
    }

    private PaymentsService service(DuesTables tables, DueSources sources) {
        return new PaymentsService(
                tables,
                cashier,
                rounds,
                List::of,
                sources,
                bank(tables),
                document -> new byte[0],
                new Town(),
                new TestTexts(),
                clerks(tables),
                reminders(tables),
                Settings.of(PaymentsService.Config.class, Map.of()));
    }

    @Test
    void a_clerk_learns_at_home_that_payments_stand_still_and_nobody_else_does() {
        assertThat(service.toDo(Clerks.CLERK)).isEmpty();
        cashier.disbelieved(new FakeGateway("bramka", true), new NotBelieved("not signed"));

        assertThat(service.toDo(Clerks.CLERK)).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("1 płatność utknęła");
            assertThat(line.path()).isEqualTo("clerk/stuck");
        });
        assertThat(service.toDo(anna(TestTexts.POLISH))).isEmpty();
    }

    @Test
    void screens_of_clerks_take_their_role_and_the_menu_lists_one() {
        List<View<?>> ofClerks = service.views().stream()
                .filter(view -> view.path().startsWith("clerk"))
                .toList();

        assertThat(ofClerks).hasSize(8).allMatch(view -> view.isFor(Clerks.CLERK));
        assertThat(ofClerks).noneMatch(view -> view.isFor(anna(TestTexts.POLISH)));
        assertThat(ofClerks).filteredOn(View::inMenu).hasSize(1);
    }

    private static ClerkViews clerks(DuesTables tables) {
        return ClerkDesk.of(tables, (unit, act) -> {});
    }

    private static Reminders reminders(DuesTables tables) {
        return new Reminders(tables, new FakeAccounts(), (unit, act) -> {});
    }

    private static BankDesk bank(DuesTables tables) {
        return new BankDesk(
                tables, DueSources.NONE, (unit, act) -> {}, Settings.of(BankSettings.Config.class, Map.of()));
    }

    private void saveSome() {
        SavedDues.save(
                tables,
                due("4", ANNA, Kind.REAL_ESTATE, "1", TODAY.plusDays(5), "130.00", "0.00", "0.00", "0.00"),
                due("5", ANNA, Kind.WASTE, "2", TODAY.plusDays(19), "67.00", "0.00", "0.00", "0.00"),
                due("6", ANNA, Kind.WASTE, "2", TODAY.minusDays(9), "67.00", "0.00", "67.00", "0.00"),
                realEstate("3", LocalDate.of(2026, 9, 15), "0.00"));
    }

    private static Acting anna(Locale language) {
        return new Acting(
                Optional.of(new Person("1", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(ANNA))), language);
    }
}
