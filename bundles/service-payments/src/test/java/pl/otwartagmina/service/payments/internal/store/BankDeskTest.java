package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankFileRefused;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.Transfer.State;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk.Outcome;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class BankDeskTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final String CLEAR = "240000021/NIER/2026/R3";
    private static final Clerk EWA = new Clerk("ewa", "Ewa Nowak", Origin.PORTAL);
    private static final Clerk OLA = new Clerk("ola", "Ola Lis", Origin.PORTAL);

    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final Database database;
    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables;
    private final BankDesk desk;
    private final Dues dues;

    BankDeskTest(Database database) {
        this.database = database;
        tables = new DuesTables(database, clock);
        desk = new BankDesk(
                tables,
                DueSources.NONE,
                (unit, act) -> acts.add(act),
                Settings.of(BankSettings.Config.class, Map.of()));
        dues = new Dues(tables, LateInterest.builtIn());
        SavedDues.save(tables, realEstate("1", NOVEMBER, "0.00"));
    }

    @Test
    void a_clear_title_is_booked_at_once_and_waits_for_the_tax_system() throws Exception {
        BankReport report = take(StatementFile.of("1").with("131.00", CLEAR));

        assertThat(report.matched()).isEqualTo(1);
        assertThat(open()).singleElement().satisfies(owed -> {
            assertThat(owed.due().pending()).isEqualTo(Money.of("131.00"));
            assertThat(owed.toPay()).isEqualTo(Money.ZERO);
        });
        assertThat(desk.count(TransferTab.DONE)).isEqualTo(1);
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("payments.bankImport");
            assertThat(act.actor()).isEqualTo("ewa");
        });
    }

    @Test
    void the_same_file_again_changes_nothing_and_of_a_mended_one_only_the_new_is_taken() throws Exception {
        StatementFile broken = StatementFile.of("1")
                .with("131.00", CLEAR)
                .with("5.00", "nie wiadomo")
                .withFault();
        take(StatementFile.of("1").with("131.00", CLEAR).with("5.00", "nie wiadomo"));
        BankReport again = take(StatementFile.of("1").with("131.00", CLEAR).with("5.00", "nie wiadomo"));
        assertThat(again.file().taken()).isZero();
        assertThat(again.file().known()).isEqualTo(2);

        BankReport rejected = take(broken);
        assertThat(rejected.file().rejected()).isPositive();
        assertThat(desk.faults(rejected.file())).isEqualTo(rejected.faults());

        BankReport mended = take(StatementFile.of("1")
                .with("131.00", CLEAR)
                .with("5.00", "nie wiadomo")
                .with("7.00", "nowe"));
        assertThat(mended.file().taken()).isEqualTo(1);
        assertThat(open().get(0).due().pending()).isEqualTo(Money.of("131.00"));
        assertThat(desk.count(TransferTab.WAITING)).isEqualTo(2);
        assertThat(desk.files(0, 10)).hasSize(4);
    }

    @Test
    void a_file_that_is_refused_changes_nothing() {
        assertThatThrownBy(() -> desk.take(
                        "a.txt", new ByteArrayInputStream("to nie wyciąg".getBytes(StandardCharsets.UTF_8)), EWA))
                .isInstanceOf(BankFileRefused.class);
        assertThat(desk.files()).isZero();
        assertThat(acts).isEmpty();
    }

    @Test
    void two_files_at_the_same_moment_take_each_entry_once() throws Exception {
        List<Callable<BankReport>> both = IntStream.range(0, 6)
                .<Callable<BankReport>>mapToObj(i -> () -> take(StatementFile.of("1")
                        .with("131.00", CLEAR)
                        .with("5.00", "nie wiadomo")
                        .with(i % 2 == 0 ? "7.00" : "8.00", "ostatnie")))
                .toList();
        List<BankReport> reports = AtOnce.run(both);

        assertThat(reports.stream().mapToInt(report -> report.file().taken()).sum())
                .isEqualTo(4);
        assertThat(open().get(0).due().pending()).isEqualTo(Money.of("131.00"));
        assertThat(desk.count(TransferTab.WAITING)).isEqualTo(3);
    }

    @Test
    void what_a_crash_has_left_goes_on_with_the_next_file() throws Exception {
        take(StatementFile.of("1").with("131.00", CLEAR));
        // as if the portal had stopped between writing down and booking
        tables.unit().sql(connection -> {
            connection.createStatement().executeUpdate("DELETE FROM payments_assignment");
            return connection
                    .createStatement()
                    .executeUpdate("UPDATE payments_bank_entry SET state = 'new', assigned = 0");
        });
        assertThat(desk.transfers(TransferTab.WAITING, 0, 9)).hasSize(1);
        take(StatementFile.of("2").with("1.00", "inne"));
        assertThat(open().get(0).due().pending()).isEqualTo(Money.of("131.00"));
    }

    @Test
    void a_suggestion_is_assigned_by_one_click_and_the_second_clerk_is_told() throws Exception {
        Transfer transfer = waiting("50.00", "karta 240000021");
        Match.Target target = desk.suggestions(transfer).get(0);

        List<Outcome> outcomes =
                AtOnce.run(List.of(() -> desk.assign(EWA, transfer, target), () -> desk.assign(OLA, transfer, target)));

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.ALREADY);
        assertThat(desk.transfer(transfer.id())).get().satisfies(now -> {
            assertThat(now.state()).isEqualTo(State.ASSIGNED);
            assertThat(now.decidedBy()).isIn("Ewa Nowak", "Ola Lis");
        });
        assertThat(open().get(0).due().pending()).isEqualTo(Money.of("50.00"));
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.transferAssign"))
                .hasSize(1);
    }

    @Test
    void what_is_not_any_more_as_it_was_shown_is_not_assigned() throws Exception {
        Transfer transfer = waiting("50.00", "karta 240000021");
        Match.Target target = desk.suggestions(transfer).get(0);
        take(StatementFile.of("2").with("131.00", CLEAR));

        assertThat(desk.assign(EWA, transfer, target)).isEqualTo(Outcome.CHANGED);
        assertThat(desk.transfer(transfer.id()).orElseThrow().isOpen()).isTrue();
        assertThat(desk.look(EWA, transfer, "240 000 021")).singleElement().satisfies(now -> {
            assertThat(now.assignments()).extracting(Assignment::surplus).containsExactly(Money.of("50.00"));
            assertThat(desk.assign(EWA, transfer, now)).isEqualTo(Outcome.DONE);
        });
        assertThat(desk.assignments(transfer))
                .containsExactly(new Assignment(
                        Dues.SOURCE,
                        "",
                        ANNA,
                        "240000021",
                        Kind.REAL_ESTATE,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.of("50.00")));
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.transferLook"))
                .extracting(AuditRecord::objectId)
                .containsExactly(ANNA.value());
    }

    private Due stored(String id) {
        return new StoredDueSearch(tables, LateInterest.builtIn()).byId(id).orElseThrow();
    }

    @Test
    void a_transfer_is_split_over_dues_of_several_people_and_comes_to_its_amount() throws Exception {
        SavedDues.save(tables, due("2", JAN, Kind.WASTE, "U 14/2019", NOVEMBER, "40.00", "0.00", "0.00", "16.00"));
        Transfer transfer = waiting("200.00", "za wszystko");

        assertThatThrownBy(() -> desk.split(EWA, transfer, Map.of(stored("1"), Money.of("131.00"))))
                .isInstanceOf(IllegalArgumentException.class);
        Due gone = due("nie ma", JAN, Kind.WASTE, "U 14/2019", NOVEMBER, "40.00", "0.00", "0.00", "0.00");
        assertThat(desk.split(EWA, transfer, Map.of(stored("1"), Money.of("131.00"), gone, Money.of("69.00"))))
                .isEqualTo(Outcome.CHANGED);
        assertThat(desk.assignments(transfer)).isEmpty();
        assertThat(desk.split(EWA, transfer, Map.of(stored("1"), Money.of("131.00"), stored("2"), Money.of("69.00"))))
                .isEqualTo(Outcome.DONE);

        assertThat(desk.assignments(transfer))
                .containsExactlyInAnyOrder(
                        new Assignment(
                                Dues.SOURCE,
                                "1",
                                ANNA,
                                "240000021",
                                Kind.REAL_ESTATE,
                                Money.ZERO,
                                Money.ZERO,
                                Money.of("131.00"),
                                Money.ZERO),
                        new Assignment(
                                Dues.SOURCE,
                                "2",
                                JAN,
                                "U 14/2019",
                                Kind.WASTE,
                                Money.of("16.00"),
                                Money.ZERO,
                                Money.of("40.00"),
                                Money.of("13.00")));
    }

    @Test
    void money_is_given_back_or_set_aside_for_a_reason() throws Exception {
        Transfer wrong = waiting("50.00", "pomyłka");
        assertThat(desk.giveBack(EWA, wrong, "Inna gmina")).isEqualTo(Outcome.DONE);
        assertThat(desk.setAside(OLA, wrong, "Inna gmina")).isEqualTo(Outcome.ALREADY);
        assertThat(desk.transfers(TransferTab.RETURNED, 0, 9))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.reason()).isEqualTo("Inna gmina"));

        take(StatementFile.of("3").with("D", "9.00", "Wypłata", StatementFile.ANNAS_ACCOUNT));
        Transfer debit = desk.transfers(TransferTab.OTHER, 0, 9).get(0);
        assertThat(desk.suggestions(debit)).isEmpty();
        assertThat(desk.setAside(EWA, debit, "Wynagrodzenie")).isEqualTo(Outcome.DONE);
        assertThat(desk.count(TransferTab.OTHER)).isZero();
    }

    @Test
    void what_the_bank_takes_back_is_owed_again() throws Exception {
        take(StatementFile.of("1").with("131.00", CLEAR));
        take(StatementFile.of("2").with("RC", "131.00", "Storno", StatementFile.ANNAS_ACCOUNT));
        Transfer reversal = desk.transfers(TransferTab.OTHER, 0, 9).get(0);
        List<Transfer> credits = desk.reversedBy(reversal);

        assertThat(credits).singleElement().satisfies(credit -> {
            assertThat(desk.assignments(credit)).hasSize(1);
            assertThat(desk.isTakenOver(credit)).isFalse();
            assertThat(desk.undo(EWA, reversal, credit)).isEqualTo(Outcome.DONE);
            assertThat(desk.undo(OLA, reversal, credit)).isEqualTo(Outcome.ALREADY);
            assertThat(desk.transfer(credit.id()).orElseThrow().state()).isEqualTo(State.REVERSED);
        });
        assertThat(open().get(0).toPay()).isEqualTo(Money.of("131.00"));
        assertThat(take(StatementFile.of("1").with("131.00", CLEAR)).file().known())
                .isEqualTo(1);
        assertThat(open().get(0).due().pending()).isEqualTo(Money.ZERO);
    }

    @Test
    void an_account_that_has_paid_before_is_remembered_while_it_pays_for_few() throws Exception {
        SavedDues.save(tables, due("2", ANNA, Kind.WASTE, "510000021", NOVEMBER, "67.00", "0.00", "0.00", "0.00"));
        take(StatementFile.of("1").with("131.00", CLEAR));
        Transfer transfer = waiting("67.00", "oplata");

        assertThat(desk.suggestions(transfer)).extracting(Match.Target::reason).contains(Match.Reason.KNOWN_PAYER);
        assertThat(desk.suggestions(transfer)).extracting(Match.Target::card).containsOnly("510000021");
    }

    @Test
    void an_amount_with_interest_of_whole_zloty_is_found() throws Exception {
        Due late = due("9", JAN, Kind.REAL_ESTATE, "77", TODAY.minusDays(200), "1000.00", "0.00", "0.00", "0.00");
        SavedDues.save(tables, late);
        Money toPay = Owed.on(LocalDate.of(2026, 11, 10), late, LateInterest.builtIn())
                .toPay();
        assertThat(toPay).isGreaterThan(Money.of("1009.00"));
        Transfer transfer = waiting(toPay.amount().toPlainString(), "podatek");
        assertThat(desk.suggestions(transfer)).extracting(Match.Target::card).contains("77");
    }

    @Test
    void the_database_refuses_an_entry_of_which_only_a_part_is_assigned() throws Exception {
        take(StatementFile.of("1").with("131.00", CLEAR));
        Transfer transfer = desk.transfers(TransferTab.DONE, 0, 9).get(0);
        BankEntries entries = new BankEntries(tables);
        assertThatThrownBy(() -> tables.unit().sql(connection -> {
                    connection
                            .createStatement()
                            .executeUpdate("UPDATE payments_assignment SET principal = principal - 1");
                    entries.decide(transfer.id(), State.MATCHED, "", "", clock.instant());
                    return 0;
                }))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(Assignment.sum(desk.assignments(transfer))).isEqualTo(Money.of("131.00"));
    }

    @Test
    void cards_of_before_are_found_too() throws Exception {
        SavedDues.save(tables, due("2", JAN, Kind.LEASE, "U 14/2019", NOVEMBER, "40.00", "0.00", "0.00", "0.00"));
        tables.unit().sql(connection -> connection
                .createStatement()
                .executeUpdate("UPDATE payments_due SET bare_card = NULL, version = version"));
        DuesTables later = new DuesTables(database, clock);
        StoredDueSearch search = new StoredDueSearch(later, LateInterest.builtIn());
        assertThat(search.byCards(Set.of("U142019"))).extracting(Due::id).containsExactly("2");
        assertThat(search.byCards(Set.of())).isEmpty();
    }

    private BankReport take(StatementFile file) throws Exception {
        return desk.take("wyciag.sta", file.stream(), EWA);
    }

    /** One that nobody is certain of. */
    private Transfer waiting(String amount, String title) throws Exception {
        take(StatementFile.of("77").with(amount, title));
        return desk.transfers(TransferTab.WAITING, 0, 9).get(0);
    }

    private List<Owed> open() {
        return dues.open(ANNA);
    }
}
