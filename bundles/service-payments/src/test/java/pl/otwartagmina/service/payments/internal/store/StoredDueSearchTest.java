package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.slip.VirtualAccount;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class StoredDueSearchTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final Clerk EWA = Clerk.atConsole("ewa");

    private final DuesTables tables;
    private final StoredDueSearch search;

    StoredDueSearchTest(Database database) {
        tables = new DuesTables(database, new MovingClock(TODAY.atTime(12, 0)));
        search = new StoredDueSearch(tables, LateInterest.builtIn());
    }

    @Test
    void a_virtual_account_is_of_one_card_and_one_levy_with_or_without_zeros_before_it() {
        SavedDues.save(
                tables,
                waste("1", ANNA, "510000021"),
                waste("2", JAN, "0510000021"),
                waste("3", JAN, "1510000021"),
                due("4", ANNA, Kind.LEASE, "510000021", NOVEMBER, "67.00", "0.00", "0.00", "0.00"));
        assertThat(search.byVirtualAccount(new VirtualAccount(Kind.WASTE, "000510000021")))
                .extracting(Due::id)
                .containsExactly("1", "2");
        assertThat(search.byVirtualAccount(new VirtualAccount(Kind.WASTE, "000000000000")))
                .isEmpty();
    }

    @Test
    void what_has_arrived_counts_as_paid_costs_first() {
        SavedDues.save(tables, due("1", ANNA, Kind.WASTE, "5", NOVEMBER, "67.00", "7.00", "20.00", "16.00"));
        assertThat(search.byId("1")).get().satisfies(due -> {
            assertThat(due.reminderCost()).isEqualTo(Money.ZERO);
            assertThat(due.paid()).isEqualTo(Money.of("11.00"));
            assertThat(due.open()).isEqualTo(Money.of("56.00"));
        });
        assertThat(search.byId("2")).isEmpty();
    }

    @Test
    void an_account_that_pays_for_everybody_suggests_nobody() throws Exception {
        BankDesk desk = new BankDesk(
                tables, DueSources.NONE, (unit, act) -> {}, Settings.of(BankSettings.Config.class, Map.of()));
        Map<Due, Money> amounts = new HashMap<>();
        for (int i = 10; i < 20; i++) {
            Due due = waste("w" + i, new PartyKey("0".repeat(30) + i), "5" + i);
            SavedDues.save(tables, due);
            amounts.put(due, Money.of("1.00"));
        }
        assign(desk, "1", "10.00", amounts);
        assertThat(search.byCounterAccount(StatementFile.ANNAS_ACCOUNT)).hasSize(10);

        Due eleventh = waste("w99", ANNA, "599");
        SavedDues.save(tables, eleventh);
        assign(desk, "2", "1.00", Map.of(eleventh, Money.of("1.00")));
        assertThat(search.byCounterAccount(StatementFile.ANNAS_ACCOUNT)).isEmpty();
        assertThat(search.byCounterAccount("")).isEmpty();
    }

    private static void assign(BankDesk desk, String number, String amount, Map<Due, Money> amounts) throws Exception {
        desk.take("a", StatementFile.of(number).with(amount, "zbiorczo").stream(), EWA);
        desk.split(EWA, desk.transfers(TransferTab.WAITING, 0, 1).get(0), amounts);
    }

    private static Due waste(String id, PartyKey party, String card) {
        return due(id, party, Kind.WASTE, card, NOVEMBER, "67.00", "0.00", "0.00", "0.00");
    }
}
