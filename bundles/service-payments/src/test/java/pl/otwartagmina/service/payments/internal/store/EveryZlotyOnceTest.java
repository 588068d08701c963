package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;
import static pl.otwartagmina.service.payments.internal.order.FakeGateway.signed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.gateway.Standing;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.order.AtOnce;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Purchase;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk.Outcome;
import pl.otwartagmina.testing.database.BothDatabases;

/** Whichever way the same due is paid, and in whatever order the news of it comes, no złoty counts twice and none is lost. */
@BothDatabases
class EveryZlotyOnceTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final String CLEAR = "240000021/NIER/2026/R3";
    private static final Money AMOUNT = Money.of("131.00");
    private static final Clerk EWA = new Clerk("ewa", "Ewa Nowak", Origin.PORTAL);
    private static final List<String> TITLES =
            List.of(CLEAR, "karta 240000021", "510000021/ODP/2026/R3", "podatek", "77 rata 3 2026", "nr 510000021");

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final DuesTables tables;
    private final Cashier cashier;
    private final BankDesk desk;
    private final Dues dues;

    EveryZlotyOnceTest(Database database) {
        tables = new DuesTables(database, new MovingClock(TODAY.atTime(12, 0)));
        cashier = new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> {});
        desk = new BankDesk(
                tables, DueSources.NONE, (unit, act) -> {}, Settings.of(BankSettings.Config.class, Map.of()));
        dues = new Dues(tables, LateInterest.builtIn());
        SavedDues.save(
                tables,
                realEstate("1", NOVEMBER, "0.00"),
                due("2", ANNA, Kind.WASTE, "510000021", NOVEMBER, "67.00", "0.00", "0.00", "0.00"),
                due("3", JAN, Kind.REAL_ESTATE, "77", TODAY.minusDays(90), "800.00", "100.00", "0.00", "16.00"));
    }

    @Test
    void a_transfer_after_an_online_payment_is_an_overpayment() throws Exception {
        PaymentOrder order = sent("a");
        tell(order, Standing.State.CONFIRMED);
        take(StatementFile.of("1").with("131.00", CLEAR));

        assertThat(surplusOfTransfers()).isEqualTo(AMOUNT);
        assertThat(shownAsOverpaid()).isEqualTo(AMOUNT);
        assertThat(dues.open(ANNA).get(0).due().pending()).isEqualTo(AMOUNT);
        assertThat(dues.account(ANNA, "240000021").orElseThrow().summary().overpaid())
                .isEqualTo(AMOUNT);
    }

    @Test
    void an_online_payment_after_a_transfer_is_an_overpayment() throws Exception {
        PaymentOrder order = sent("a");
        take(StatementFile.of("1").with("131.00", CLEAR));
        tell(order, Standing.State.CONFIRMED);

        assertThat(surplusOfTransfers()).isEqualTo(Money.ZERO);
        assertThat(cashier.orders().bookings(order)).singleElement().satisfies(booking -> {
            assertThat(booking.principal()).isEqualTo(Money.ZERO);
            assertThat(booking.surplus()).isEqualTo(AMOUNT);
        });
        assertThat(shownAsOverpaid()).isEqualTo(AMOUNT);
    }

    @Test
    void a_transfer_is_not_kept_waiting_by_an_online_payment_that_may_yet_fail() throws Exception {
        PaymentOrder order = sent("a");
        tell(order, Standing.State.PENDING);
        take(StatementFile.of("1").with("131.00", CLEAR));
        assertThat(surplusOfTransfers()).isEqualTo(Money.ZERO);

        tell(order, Standing.State.CONFIRMED);
        assertThat(shownAsOverpaid()).isEqualTo(AMOUNT);
        assertThat(dues.open(ANNA).get(0).due().pending()).isEqualTo(AMOUNT);
    }

    @Test
    void both_at_the_same_moment_pay_the_due_once() throws Exception {
        PaymentOrder order = sent("a");
        cashier.notified(gateway, signed("e1", order.id(), Standing.State.CONFIRMED, AMOUNT));
        AtOnce.run(List.<Callable<Object>>of(
                () -> cashier.workOff(),
                () -> desk.take("a", StatementFile.of("1").with("131.00", CLEAR).stream(), EWA)));
        cashier.workOff();

        assertThat(dues.open(ANNA).get(0).due().pending()).isEqualTo(AMOUNT);
        assertThat(shownAsOverpaid()).isEqualTo(AMOUNT);
    }

    @Test
    void any_order_of_files_clerks_and_online_payments_ends_with_every_zloty_at_one_place() throws Exception {
        for (long seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<StatementFile> files = files(seed, random);
            for (int step = 0; step < 30; step++) {
                step(seed, random, files);
                checkBooks("seed " + seed + ", step " + step);
            }
            for (StatementFile file : files) {
                take(file);
            }
            checkBooks("seed " + seed);
        }
    }

    /** Some overlap: of one statement there is a beginning and all of it. */
    private static List<StatementFile> files(long seed, Random random) {
        List<StatementFile> files = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            String number = seed + "" + file;
            StatementFile beginning = StatementFile.of(number);
            StatementFile all = StatementFile.of(number);
            for (int entry = 0; entry < 5; entry++) {
                String mark = random.nextInt(6) == 0 ? "RC" : "C";
                String amount = List.of("131.00", "67.00", "50.00", "0.01").get(random.nextInt(4));
                String title = TITLES.get(random.nextInt(TITLES.size()));
                all.with(mark, amount, title, StatementFile.ANNAS_ACCOUNT);
                if (entry < 3) {
                    beginning.with(mark, amount, title, StatementFile.ANNAS_ACCOUNT);
                }
            }
            files.add(beginning);
            files.add(all);
        }
        return files;
    }

    private void step(long seed, Random random, List<StatementFile> files) throws Exception {
        switch (random.nextInt(8)) {
            case 0, 1 -> take(files.get(random.nextInt(files.size())));
            case 2 -> tell(sent("s" + seed + random.nextInt(3)), Standing.State.CONFIRMED);
            case 3 ->
                any(random, TransferTab.OTHER).ifPresent(reversal -> desk.reversedBy(reversal).stream()
                        .findFirst()
                        .ifPresent(credit -> desk.undo(EWA, reversal, credit)));
            case 4 -> any(random, TransferTab.WAITING).ifPresent(transfer -> desk.giveBack(EWA, transfer, "pomyłka"));
            case 5 -> any(random, TransferTab.WAITING).ifPresent(this::split);
            default -> {
                Optional<Transfer> transfer = any(random, TransferTab.WAITING);
                if (transfer.isPresent()) {
                    assignTwice(transfer.get());
                }
            }
        }
    }

    private Optional<Transfer> any(Random random, TransferTab tab) {
        List<Transfer> some = desk.transfers(tab, 0, 20);
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private void split(Transfer transfer) {
        Money whole = transfer.entry().amount();
        Money first = Money.of("0.01");
        Due most = stored("3");
        desk.split(
                EWA,
                transfer,
                whole.equals(first) ? Map.of(most, whole) : Map.of(stored("2"), first, most, whole.minus(first)));
    }

    private Due stored(String id) {
        return new StoredDueSearch(tables, LateInterest.builtIn()).byId(id).orElseThrow();
    }

    /** Two clerks at once: one of them is told. */
    private void assignTwice(Transfer transfer) throws Exception {
        List<Match.Target> targets = desk.suggestions(transfer);
        if (!targets.isEmpty()) {
            List<Outcome> outcomes = AtOnce.run(2, () -> desk.assign(EWA, transfer, targets.get(0)));
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.ALREADY);
        }
    }

    /** By plain SQL, apart from the code that books. */
    private void checkBooks(String where) {
        assertThat(number("SELECT COUNT(*) FROM payments_bank_entry e WHERE e.state IN ('matched', 'assigned')"
                        + " AND e.amount <> (SELECT SUM(a.costs + a.interest + a.principal + a.surplus)"
                        + " FROM payments_assignment a WHERE a.entry_id = e.id AND a.undone_by IS NULL)"))
                .as("assigned in part, " + where)
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM payments_assignment a JOIN payments_bank_entry e ON e.id = a.entry_id"
                        + " WHERE a.undone_by IS NULL AND e.state NOT IN ('matched', 'assigned')"))
                .as("assigned though undecided, " + where)
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM payments_due d WHERE d.paid + d.pending"
                        + " + COALESCE((SELECT SUM(a.costs + a.principal) FROM payments_assignment a"
                        + " WHERE a.due_id = d.source_id AND a.undone_by IS NULL), 0)"
                        + " + COALESCE((SELECT SUM(b.costs + b.principal) FROM payments_booking b"
                        + " WHERE b.due_id = d.source_id), 0) > d.principal + d.reminder_cost"))
                .as("paid twice, " + where)
                .isZero();
        assertThat(number("SELECT COALESCE(SUM(o.amount), 0) FROM payments_order o WHERE o.state = 'booked'"))
                .as("online, " + where)
                .isEqualByComparingTo(number(
                        "SELECT COALESCE(SUM(costs + interest + principal + surplus), 0) FROM payments_booking"));
    }

    private BigDecimal number(String query) {
        return tables.unit()
                .sql(connection -> new Query(query).list(connection, row -> row.getBigDecimal(1)))
                .get(0);
    }

    private Money surplusOfTransfers() {
        return new Money(number("SELECT COALESCE(SUM(surplus), 0) FROM payments_assignment"));
    }

    private Money shownAsOverpaid() {
        return dues.tally(ANNA, DueFilter.ALL).overpaid();
    }

    private void take(StatementFile file) throws Exception {
        desk.take("wyciag.sta", file.stream(), EWA);
    }

    private void tell(PaymentOrder order, Standing.State state) throws Exception {
        cashier.notified(gateway, signed(state + order.id(), order.id(), state, order.amount()));
        cashier.workOff();
    }

    private PaymentOrder sent(String request) throws Exception {
        OrderLine line =
                new OrderLine("payments", "1", ANNA, "Podatek od nieruchomości", GMINA, Money.ZERO, Money.ZERO, AMOUNT);
        PaymentOrder order = cashier.writeDown(
                        new Purchase(
                                request,
                                new PaymentOrder.Payer(
                                        "anna", "", Optional.empty(), "192.0.2.7", Locale.forLanguageTag("pl")),
                                List.of(line)),
                        gateway)
                .get(0);
        if (cashier.orders().find(order.id()).orElseThrow().page().isEmpty()) {
            cashier.send(order);
        }
        return cashier.orders().find(order.id()).orElseThrow();
    }
}
