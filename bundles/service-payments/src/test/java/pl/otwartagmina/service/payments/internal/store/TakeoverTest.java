package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.testing.database.BothDatabases;

/** What is paid here goes to the tax system and comes back in two files, of which either may be first. */
@BothDatabases
class TakeoverTest {
    private static final Reason UNKNOWN = new Reason(Reason.Sort.NOTHING_PAID, List.of());

    private final MovingClock clock = new MovingClock(TODAY.atTime(12, 0));
    private final DuesTables tables;
    private final CsvImport importer;
    private final Dues dues;
    private final Till till;
    private final TaxOffice office = new TaxOffice("131.00");

    @TempDir
    private Path folder = Path.of("");

    TakeoverTest(Database database) {
        tables = new DuesTables(database, clock);
        importer = new CsvImport(tables, new FakePartyKeys());
        dues = new Dues(tables, LateInterest.builtIn());
        till = new Till(tables);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_paid_in_full_is_in_progress_and_then_paid_and_never_to_be_paid_again(boolean duesFirst)
            throws Exception {
        readBoth();
        office.takeOver(till.pay("131.00"), "131.00");

        read(duesFirst);
        assertThat(due().open().minus(due().pending())).isEqualTo(Money.ZERO);
        read(!duesFirst);
        assertThat(due().paid()).isEqualTo(Money.of("131.00"));
        assertThat(due().pending()).isEqualTo(Money.ZERO);
        assertThat(due().state(TODAY)).isEqualTo(DueState.PAID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_part_is_never_both_paid_and_pending_nor_neither(boolean duesFirst) throws Exception {
        readBoth();
        PortalPayment name = till.pay("31.00");
        assertThat(shown()).containsExactly(Money.ZERO, Money.of("31.00"), Money.of("100.00"));
        office.takeOver(name, "31.00");

        read(duesFirst);
        assertThat(toPay()).isEqualTo(Money.of("100.00"));
        read(!duesFirst);
        assertThat(shown()).containsExactly(Money.of("31.00"), Money.ZERO, Money.of("100.00"));
        readBoth();
        assertThat(shown()).containsExactly(Money.of("31.00"), Money.ZERO, Money.of("100.00"));
    }

    @Test
    void what_comes_between_the_files_is_booked_against_what_is_really_open() throws Exception {
        readBoth();
        office.takeOver(till.pay("31.00"), "31.00");
        read(true);
        PortalPayment rest = till.pay("100.00");

        Booking booking = till.booking(rest);
        assertThat(booking.principal()).isEqualTo(Money.of("100.00"));
        assertThat(booking.surplus()).isEqualTo(Money.ZERO);
        read(false);
        assertThat(shown()).containsExactly(Money.of("31.00"), Money.of("100.00"), Money.ZERO);
    }

    @Test
    void where_the_tax_system_credits_another_due_this_one_is_owed_again_once_both_files_are_read() throws Exception {
        readBoth();
        office.creditElsewhere(till.pay("31.00"), "31.00");

        read(false);
        assertThat(toPay()).isEqualTo(Money.of("100.00"));
        read(true);
        assertThat(shown()).containsExactly(Money.ZERO, Money.ZERO, Money.of("131.00"));
    }

    @Test
    void a_transfer_of_the_same_days_is_other_money() throws Exception {
        readBoth();
        till.pay("31.00");
        office.transfer("100.00");

        read(false);
        read(true);
        assertThat(shown()).containsExactly(Money.of("100.00"), Money.of("31.00"), Money.ZERO);
    }

    @Test
    void costs_of_a_reminder_that_were_paid_here_are_not_pending_once_they_are_gone() throws Exception {
        office.remind("16.00");
        readBoth();
        PortalPayment name = till.pay("16.00", "31.00");
        assertThat(toPay()).isEqualTo(Money.of("100.00"));
        office.takeOver(name, "31.00");
        office.remind("0");

        read(true);
        assertThat(shown()).containsExactly(Money.of("31.00"), Money.ZERO, Money.of("100.00"));
        read(false);
        assertThat(shown()).containsExactly(Money.of("31.00"), Money.ZERO, Money.of("100.00"));
    }

    @Test
    void without_any_name_a_due_that_grows_takes_in_what_was_paid_here() throws Exception {
        readBoth();
        till.pay("31.00");
        office.transfer("31.00");
        read(true);

        assertThat(shown()).containsExactly(Money.of("31.00"), Money.ZERO, Money.of("100.00"));
    }

    @Test
    void a_name_that_the_portal_does_not_know_is_a_warning_and_one_of_somebody_else_is_refused() throws Exception {
        readBoth();
        PortalPayment name = till.pay("31.00");
        office.row("P1", "02211307589;", "31,00", "nothing");
        office.row("P2", "02211307589;", "31,00", "0b7a4e57-0000-4000-8000-000000000000/1");
        office.row("P3", ";1234563218", "31,00", name.toString());
        List<RowFault> told = new ArrayList<>();
        ImportReport report = importer.run(office.payments(folder), told::add, () -> false);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        new RowFault(2, "portal_payment", UNKNOWN),
                        new RowFault(3, "portal_payment", UNKNOWN),
                        new RowFault(4, "portal_payment", new Reason(Reason.Sort.SOMEBODY_ELSE, List.of())));
        assertThat(List.of(report.accepted(), report.rejected(), report.warned()))
                .containsExactly(2L, 1L, 2L);
        assertThat(till.takenOver(name)).isFalse();
    }

    @Test
    void the_first_file_that_names_it_counts_and_the_same_again_changes_nothing() throws Exception {
        readBoth();
        PortalPayment name = till.pay("31.00");
        office.takeOver(name, "31.00");
        read(false);
        var first = till.takenOverAt(name);
        clock.pass(Duration.ofDays(1));
        read(false);

        assertThat(till.takenOver(name)).isTrue();
        assertThat(till.takenOverAt(name)).isEqualTo(first);
    }

    @Test
    void in_any_history_nothing_counts_twice_no_debt_comes_back_and_two_files_tell_the_truth() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            new History(new Random(seed), "D" + seed).run();
        }
    }

    /** Payments here, transfers, takings-over and files in any order; the two files of a round follow each other. */
    private final class History {
        private final Random random;
        private final TaxOffice tax;
        private final List<PortalPayment> waiting = new ArrayList<>();
        private final List<String> amounts = new ArrayList<>();
        private long paidHere;

        History(Random random, String due) {
            this.random = random;
            this.tax = new TaxOffice(due, "100000.00");
        }

        void run() throws Exception {
            round();
            for (int step = 0; step < 25; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> payHere();
                    case 1 -> tax.transfer(amount());
                    case 2 -> takeOver();
                    default -> round();
                }
            }
            takeOverAll();
            round();
            round();
            assertThat(due(tax.due()).pending()).isEqualTo(Money.ZERO);
        }

        private void payHere() throws Exception {
            String amount = amount();
            waiting.add(till.payFor(tax.due(), amount));
            amounts.add(amount);
            paidHere += Money.of(amount).amount().movePointRight(2).longValueExact();
        }

        private void takeOver() {
            if (!waiting.isEmpty()) {
                int which = random.nextInt(waiting.size());
                tax.takeOver(waiting.remove(which), amounts.remove(which));
            }
        }

        private void takeOverAll() {
            while (!waiting.isEmpty()) {
                takeOver();
            }
        }

        private void round() throws Exception {
            List<Boolean> files = new ArrayList<>(List.of(true, false, random.nextBoolean()));
            Collections.shuffle(files, random);
            Money truth = Money.of("100000.00").minus(Money.ofGrosze(paidHere)).minus(tax.transferred());
            for (boolean isDues : files) {
                Money before = dues.open(TaxOffice.ANNA).stream()
                        .filter(owed -> owed.due().id().equals(tax.due()))
                        .map(Owed::toPay)
                        .findFirst()
                        .orElse(Money.of("100000.00"));
                importer.run(isDues ? tax.dues(folder) : tax.payments(folder), fault -> {}, () -> false);
                if (isDues || !before.equals(Money.of("100000.00"))) {
                    assertThat(toPay(tax.due())).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(truth);
                }
            }
            assertThat(toPay(tax.due())).isEqualTo(truth);
        }

        private String amount() {
            return 1 + random.nextInt(300) + ".00";
        }
    }

    private void readBoth() throws IOException, ImportRefused {
        read(true);
        read(false);
    }

    private void read(boolean isDues) throws IOException, ImportRefused {
        Path file = isDues ? office.dues(folder) : office.payments(folder);
        assertThat(importer.run(file, fault -> {}, () -> false).rejected()).isZero();
    }

    /** Paid, pending and to pay. */
    private List<Money> shown() {
        return List.of(due().paid(), due().pending(), toPay());
    }

    private Money toPay() {
        return toPay(office.due());
    }

    private Money toPay(String id) {
        return Owed.on(TODAY, due(id), dues.lateInterest()).toPay();
    }

    private Due due() {
        return due(office.due());
    }

    private Due due(String id) {
        return dues.records(TaxOffice.ANNA).dues().stream()
                .filter(due -> due.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
