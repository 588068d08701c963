package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.dues.DueAmounts;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.Contributors;
import pl.otwartagmina.service.payments.internal.source.Hall;
import pl.otwartagmina.service.payments.internal.store.Cashier;
import pl.otwartagmina.service.payments.internal.store.Dues;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.SavedDues;
import pl.otwartagmina.testing.database.TestDatabase;

class PagesOfOneListTest {
    private static final TestDatabase DATABASE = TestDatabase.empty(Database.Product.DERBY);
    private static final MovingClock CLOCK = new MovingClock(TODAY.atTime(12, 0));
    private static final DuesTables TABLES = new DuesTables(DATABASE, CLOCK);
    private static final AtomicLong PARTIES = new AtomicLong();

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** Each number is a due: its day, and every third is paid. */
    @Property(tries = 40)
    void turned_page_by_page_it_is_the_whole_list_sorted(
            @ForAll @Size(max = 80) List<@IntRange(max = 8) Integer> taxes,
            @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> ofModule) {
        PartyKey party = new PartyKey(String.format(Locale.ROOT, "%032x", PARTIES.incrementAndGet()));
        String own = party.value().substring(24) + "-";
        Due[] imported = IntStream.range(0, taxes.size())
                .mapToObj(i -> tax(own + i, party, taxes.get(i)))
                .toArray(Due[]::new);
        if (imported.length > 0) {
            SavedDues.save(TABLES, imported);
        }
        Hall hall = new Hall();
        IntStream.range(0, ofModule.size()).forEach(i -> hall.has(ofHall("H" + i, party, ofModule.get(i))));
        try (Contributors contributors = new Contributors(CLOCK)) {
            contributors.bring(hall);
            Cashier cashier = new Cashier(TABLES, List::of, contributors.sources(), new Town(), (unit, act) -> {});
            OneList list =
                    new OneList(new Dues(TABLES, LateInterest.builtIn()), contributors.sources(), cashier.modules());
            for (Tab tab : Tab.values()) {
                assertThat(turned(list, party, tab)).as(tab.name()).isEqualTo(sorted(taxes, ofModule, own, tab));
            }
        }
    }

    private static List<String> turned(OneList list, PartyKey party, Tab tab) {
        List<String> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            OneList.Page shown = list.page(party, tab, DueFilter.ALL, page);
            all.addAll(shown.rows().stream().map(owed -> owed.due().name()).toList());
            assertThat(shown.rows().size()).isLessThanOrEqualTo(Dues.PAGE);
            if ((page + 1) * Dues.PAGE >= shown.tally().in(tab)) {
                assertThat(all).hasSize(shown.tally().in(tab));
                return all;
            }
            assertThat(shown.rows()).hasSize(Dues.PAGE);
        }
    }

    private record Row(int day, String source, String id) {
        String name() {
            return DueOrigin.name(source, id);
        }
    }

    private static List<String> sorted(List<Integer> taxes, List<Integer> ofModule, String own, Tab tab) {
        Comparator<Row> order = Comparator.comparing(Row::day)
                .thenComparing(row -> row.source().equals("hall"))
                .thenComparing(Row::id);
        return Stream.concat(
                        IntStream.range(0, taxes.size()).mapToObj(i -> new Row(taxes.get(i), "payments", own + i)),
                        IntStream.range(0, ofModule.size()).mapToObj(i -> new Row(ofModule.get(i), "hall", "H" + i)))
                .filter(row -> isIn(tab, row.day()))
                .sorted(tab == Tab.PAID ? order.reversed() : order)
                .map(Row::name)
                .toList();
    }

    private static boolean isPaid(int day) {
        return day % 3 == 0;
    }

    private static boolean isIn(Tab tab, int day) {
        return switch (tab) {
            case UNPAID -> !isPaid(day);
            case OVERDUE -> !isPaid(day) && day < 4;
            case IN_PROGRESS -> false;
            case PAID -> isPaid(day);
        };
    }

    private static Due tax(String id, PartyKey party, int day) {
        return due(
                id,
                party,
                Kind.WASTE,
                "1",
                TODAY.plusDays(day - 4L),
                "67.00",
                isPaid(day) ? "67.00" : "0.00",
                "0.00",
                "0.00");
    }

    private static ModuleDue ofHall(String id, PartyKey party, int day) {
        ModuleDue due = Hall.due(id, party, TODAY.plusDays(day - 4L), "67.00", InterestRule.NONE, true);
        return new ModuleDue(
                id,
                party,
                due.label(),
                due.dueDay(),
                new DueAmounts(Money.of("67"), isPaid(day) ? Money.of("67") : Money.ZERO, Money.ZERO),
                due.creditor(),
                due.interest(),
                due.partPayment(),
                due.counted());
    }
}
