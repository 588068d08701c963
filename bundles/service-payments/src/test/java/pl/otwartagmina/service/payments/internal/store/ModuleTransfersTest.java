package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.DueAmounts;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.OneList;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.bank.Assignment;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.clerk.Surplus;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.service.payments.internal.store.BankDesk.Outcome;
import pl.otwartagmina.testing.database.BothDatabases;

/** Transfers for the dues of a module: found by their names, booked once, and told to the module. */
@BothDatabases
class ModuleTransfersTest {
    private static final Clerk EWA = new Clerk("ewa", "Ewa Nowak", Origin.PORTAL);
    private static final Money AMOUNT = Money.of("120.00");

    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final Contributors contributors = new Contributors(clock);
    private final Hall hall = new Hall()
            .has(
                    due("H1", "120.00", true),
                    Hall.paidTo(StatementFile.OFFICE_ACCOUNT, Hall.due("H2", TODAY.plusDays(9))));
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final DuesTables tables;
    private final Cashier cashier;
    private final BankDesk desk;
    private final OneList list;

    ModuleTransfersTest(Database database) {
        tables = new DuesTables(database, clock);
        cashier = new Cashier(
                tables,
                () -> List.of(new FakeGateway("bramka", true)),
                contributors.sources(),
                new Town(),
                (unit, act) -> {});
        desk = new BankDesk(
                tables,
                contributors.sources(),
                (unit, act) -> acts.add(act),
                Settings.of(BankSettings.Config.class, Map.of()));
        list = new OneList(new Dues(tables, LateInterest.builtIn()), contributors.sources(), cashier.modules());
        SavedDues.save(tables, realEstate("T1", TODAY, "0.00"));
        contributors.bring(hall);
    }

    @AfterEach
    void close() {
        contributors.close();
    }

    @Test
    void the_title_of_the_portal_is_booked_told_once_and_pending_until_the_module_counts_it() throws Exception {
        Transfer transfer = matched("120.00", "HALL/H1 umowa 7/2026 Anna Kowalska");
        assertThat(desk.assignments(transfer)).singleElement().satisfies(part -> {
            assertThat(part.source()).isEqualTo("hall");
            assertThat(part.due()).isEqualTo("H1");
            assertThat(part.principal()).isEqualTo(AMOUNT);
        });
        assertThat(owed("hall:H1").due().pending()).isEqualTo(AMOUNT);

        assertThat(cashier.tellings().tell()).isEqualTo(1);
        assertThat(cashier.tellings().tell()).isZero();
        assertThat(hall.heard()).singleElement().satisfies(booked -> {
            assertThat(booked.due()).isEqualTo("H1");
            assertThat(booked.party()).isEqualTo(ANNA);
            assertThat(booked.effect()).isEqualTo(AMOUNT);
            assertThat(booked.paidOn()).isEqualTo(LocalDate.of(2026, 11, 10));
            assertThat(booked.id()).isEqualTo(transfer.id() + "/1").hasSizeLessThanOrEqualTo(80);
        });
        hall.counts();
        assertThat(list.open(ANNA).dues()).extracting(owed -> owed.due().name()).doesNotContain("hall:H1");
    }

    @Test
    void the_decision_of_several_dues_names_the_one_to_which_the_amount_belongs() throws Exception {
        hall.has(due("H3", "75.00", true));
        Transfer transfer = matched("75.00", "sala, UMOWA 7 / 2026");
        assertThat(desk.assignments(transfer)).extracting(Assignment::due).containsExactly("H3");
    }

    @Test
    void two_dues_to_which_it_may_belong_are_a_clerks() throws Exception {
        Transfer transfer = waiting("120.00", "umowa 7/2026");
        List<Match.Target> targets = desk.suggestions(transfer);
        assertThat(targets)
                .extracting(target -> target.moduleDue().orElseThrow())
                .containsExactly("H1", "H2");

        assertThat(desk.assign(EWA, transfer, targets.get(1))).isEqualTo(Outcome.DONE);
        cashier.tellings().tell();
        assertThat(hall.heard()).extracting(Booked::due).containsExactly("H2");
    }

    @Test
    void what_comes_after_it_was_paid_is_an_overpayment_that_is_seen() throws Exception {
        matched("120.00", "HALL/H1 Anna");
        Transfer second = matched("120.00", "HALL/H1 Anna jeszcze raz");
        assertThat(desk.assignments(second)).singleElement().satisfies(part -> {
            assertThat(part.surplus()).isEqualTo(AMOUNT);
            assertThat(part.principal()).isEqualTo(Money.ZERO);
        });
        assertThat(new Taxpayers(tables, new FakePartyKeys(), (unit, act) -> {}).surpluses(ANNA))
                .containsExactly(
                        new Surplus(Surplus.Way.TRANSFER, second.id(), AMOUNT, LocalDate.of(2026, 11, 10), "hall", ""));
        assertThat(list.page(ANNA, Tab.UNPAID, DueFilter.ALL, 0).summary().overpaid())
                .isEqualTo(AMOUNT);
        assertThat(cashier.tellings().tell() + cashier.tellings().tell()).isEqualTo(2);
        assertThat(hall.heard()).extracting(Booked::effect).containsExactly(AMOUNT, Money.ZERO);
        assertThat(hall.heard().get(1).surplus()).isEqualTo(AMOUNT);
    }

    @Test
    void a_part_of_what_is_paid_only_whole_is_a_clerks_and_so_is_money_on_another_account() throws Exception {
        hall.has(due("H5", "75.00", false));
        assertThat(desk.suggestions(waiting("50.00", "HALL/H5 Anna")))
                .extracting(Match.Target::reason)
                .containsExactly(Match.Reason.DUE_ID);
        matched("75.00", "HALL/H5 Anna całość");

        hall.has(Hall.due("H6", TODAY));
        assertThat(desk.suggestions(waiting("120.00", "HALL/H6 Anna"))).hasSize(1);
    }

    @Test
    void the_bank_takes_it_back_and_the_module_hears_of_it() throws Exception {
        Transfer transfer = matched("120.00", "HALL/H1 Anna");
        take(StatementFile.of("9").with("RC", "120.00", "HALL/H1 Anna", StatementFile.ANNAS_ACCOUNT));
        Transfer reversal = desk.transfers(TransferTab.OTHER, 0, 9).get(0);
        assertThat(desk.undo(EWA, reversal, transfer)).isEqualTo(Outcome.DONE);
        assertThat(owed("hall:H1").due().pending()).isEqualTo(Money.ZERO);

        assertThat(cashier.tellings().tell() + cashier.tellings().tell()).isEqualTo(2);
        assertThat(hall.heard().get(1).reverses()).contains(hall.heard().get(0).id());
        hall.counts();
        assertThat(owed("hall:H1").toPay()).isEqualTo(AMOUNT);
    }

    @Test
    void a_clerk_finds_it_by_its_number_and_splits_a_transfer_over_it_and_a_tax() throws Exception {
        Transfer transfer = waiting("251.00", "wszystko razem");
        Match.Target found = desk.look(EWA, transfer, "h 1").get(0);
        assertThat(found.moduleDue()).contains("H1");
        Due rent = desk.dues(found).get(0);
        Due tax = desk.dues(desk.look(EWA, transfer, "240000021").get(0)).get(0);

        assertThat(desk.split(EWA, transfer, Map.of(rent, AMOUNT, tax, Money.of("131.00"))))
                .isEqualTo(Outcome.DONE);
        assertThat(desk.assignments(transfer)).extracting(Assignment::source).containsExactly("hall", "payments");
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.transferLook"))
                .hasSize(2);
        cashier.tellings().tell();
        assertThat(hall.heard()).extracting(Booked::effect).containsExactly(AMOUNT);
    }

    @Test
    void a_word_without_letters_and_digits_names_nothing() throws Exception {
        hall.has(new ModuleDue(
                "H9",
                ANNA,
                new DueLabel("hall.due.kind", "hall.due.title", List.of("9"), 2026),
                TODAY,
                DueAmounts.of(AMOUNT),
                StatementFile.OFFICE_ACCOUNT,
                InterestRule.NONE,
                true,
                Set.of()));
        assertThat(desk.look(EWA, waiting("50.00", "nie wiadomo"), "–/–")).isEmpty();
        assertThat(acts).noneMatch(act -> act.action().equals("payments.transferLook"));
    }

    @Test
    void what_changed_since_it_was_shown_is_not_assigned_and_a_module_that_is_gone_is_asked_for_nothing()
            throws Exception {
        Transfer transfer = waiting("100.00", "umowa 7/2026");
        Match.Target shown = desk.suggestions(transfer).get(0);
        hall.has(due("H1", "60.00", true));
        assertThat(desk.assign(EWA, transfer, shown)).isEqualTo(Outcome.CHANGED);

        contributors.take(hall);
        assertThat(desk.suggestions(transfer)).isEmpty();
        assertThat(desk.assign(EWA, transfer, shown)).isEqualTo(Outcome.CHANGED);
        assertThat(desk.transfer(transfer.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void the_name_of_a_due_of_somebody_else_does_not_fit_a_card_as_well() throws Exception {
        hall.has(Hall.due("J77", JAN, TODAY, "131.00", InterestRule.NONE, true));
        Transfer transfer = waiting("131.00", "J77 240000021");
        assertThat(desk.suggestions(transfer)).extracting(Match.Target::party).containsExactlyInAnyOrder(ANNA, JAN);
    }

    private static ModuleDue due(String id, String principal, boolean partPayment) {
        return Hall.paidTo(
                StatementFile.OFFICE_ACCOUNT, Hall.due(id, ANNA, TODAY, principal, InterestRule.NONE, partPayment));
    }

    private Transfer matched(String amount, String title) throws Exception {
        Transfer transfer = taken(amount, title);
        assertThat(transfer.state()).isEqualTo(Transfer.State.MATCHED);
        return transfer;
    }

    private Transfer waiting(String amount, String title) throws Exception {
        Transfer transfer = taken(amount, title);
        assertThat(transfer.isOpen()).isTrue();
        return transfer;
    }

    private Transfer taken(String amount, String title) throws Exception {
        take(StatementFile.of(String.valueOf(desk.files() + 1)).with(amount, title));
        return List.of(TransferTab.WAITING, TransferTab.DONE).stream()
                .flatMap(tab -> desk.transfers(tab, 0, 50).stream())
                .filter(transfer -> transfer.entry().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void take(StatementFile file) throws Exception {
        desk.take("wyciag.mt940", file.stream(), EWA);
    }

    private Owed owed(String name) {
        Optional<Owed> found = list.open(ANNA).dues().stream()
                .filter(owed -> owed.due().name().equals(name))
                .findFirst();
        return found.orElseThrow();
    }
}
