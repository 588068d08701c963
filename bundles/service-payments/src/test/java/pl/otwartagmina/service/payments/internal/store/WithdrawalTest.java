package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.service.payments.internal.AccountLine;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.Sheet;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.PortalPayment;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class WithdrawalTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Money ALL = Money.of("131.00");
    private static final PartyKey ANNA = TaxOffice.ANNA;
    private static final PartyKey COMPANY = new FakePartyKeys().of(new Nip("1234563218"));

    private final DuesTables tables;
    private final CsvImport importer;
    private final Dues dues;
    private final Till till;
    private final TaxOffice office = new TaxOffice("131.00");

    @TempDir
    private Path folder = Path.of("");

    WithdrawalTest(Database database) {
        tables = new DuesTables(
                database, Clock.fixed(TODAY.atTime(12, 0).atZone(WARSAW).toInstant(), WARSAW));
        importer = new CsvImport(tables, new FakePartyKeys());
        dues = new Dues(tables, LateInterest.builtIn());
        till = new Till(tables);
    }

    @Test
    void a_due_that_is_withdrawn_is_in_no_list_and_no_total() throws Exception {
        readDues();
        office.withdraw();
        readDues();

        assertThat(dues.open(ANNA)).isEmpty();
        assertThat(paid()).isEmpty();
        assertThat(dues.tally(ANNA, DueFilter.ALL).overpaid()).isEqualTo(Money.ZERO);
        assertThat(dues.accounts(ANNA)).isEmpty();
    }

    @Test
    void what_was_paid_here_for_a_withdrawn_due_is_seen_as_an_overpayment() throws Exception {
        readDues();
        PortalPayment name = till.pay("131.00");
        office.withdraw();
        readDues();

        assertThat(dues.open(ANNA)).isEmpty();
        assertThat(paid()).singleElement().satisfies(due -> {
            assertThat(due.isWithdrawn()).isTrue();
            assertThat(due.pending()).isEqualTo(ALL);
        });
        assertOverpaid(ALL);
        assertThat(till.booking(name).principal()).isEqualTo(ALL);
    }

    @Test
    void once_the_tax_system_tells_of_the_overpayment_it_counts_once() throws Exception {
        readDues();
        PortalPayment name = till.pay("131.00");
        office.withdraw();
        readDues();
        office.overpaid(name, "131.00");
        importer.run(office.payments(folder), fault -> {}, () -> false);

        assertOverpaid(ALL);
        assertThat(paid()).hasSize(1);
    }

    @Test
    void a_payment_that_comes_after_the_withdrawal_is_booked_as_an_overpayment() throws Exception {
        readDues();
        PaymentOrder order = till.started("D1", Money.ZERO, ALL);
        office.withdraw();
        readDues();
        Booking booking = till.booking(till.booked(order));

        assertThat(booking.surplus()).isEqualTo(ALL);
        assertThat(paid()).singleElement().satisfies(due -> assertThat(due.isWithdrawn())
                .isTrue());
    }

    @Test
    void a_changed_due_never_loses_its_payments() throws Exception {
        readDues();
        PortalPayment name = till.pay("31.00");
        office.decide("200.00");
        readDues();
        assertThat(open(ANNA).toPay()).isEqualTo(Money.of("169.00"));

        office.withdraw();
        readDues();
        importer.run(file(row("D1", ";1234563218", "150,00")), fault -> {}, () -> false);
        assertThat(dues.open(ANNA)).isEmpty();
        assertThat(open(COMPANY).due().pending()).isEqualTo(Money.of("31.00"));
        assertThat(open(COMPANY).toPay()).isEqualTo(Money.of("119.00"));
        assertThat(till.booking(name).principal()).isEqualTo(Money.of("31.00"));
    }

    @Test
    void a_complete_file_withdraws_what_it_lacks_and_says_how_many() throws Exception {
        ImportReport first = complete(rows(40));
        assertThat(first.withdrawn()).isZero();
        ImportReport second = complete(rows(37));

        assertThat(second.withdrawn()).isEqualTo(3);
        assertThat(second.unchanged()).isEqualTo(37);
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(37);
        assertThat(complete(rows(37)).withdrawn()).isZero();
        assertThat(complete(rows(40)).changed()).isEqualTo(3);
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(40);
    }

    @Test
    void what_is_paid_here_stays_when_a_complete_file_lacks_its_due() throws Exception {
        complete(rows(40));
        till.payFor("D39", "131.00");
        complete(rows(39));

        assertThat(paid()).extracting(Due::id).containsExactly("D39");
        assertOverpaid(ALL);
    }

    @Test
    void a_complete_file_that_lacks_too_many_withdraws_nothing_unless_it_is_forced() throws Exception {
        complete(rows(40));
        ImportReport refused = complete(rows(30));

        assertThat(refused.withdrawn()).isZero();
        assertThat(refused.note()).contains("lacks 10 of 40 dues");
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(40);
        assertThat(importer.run(file(rows(30)), Missing.GO_HOWEVER_MANY, fault -> {}, () -> false)
                        .withdrawn())
                .isEqualTo(10);
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(30);
    }

    @Test
    void a_complete_file_with_a_bad_row_or_a_break_withdraws_nothing() throws Exception {
        complete(rows(40));
        List<String> bad = new ArrayList<>(rows(38));
        bad.set(5, "spoiled");
        assertThat(complete(bad).note()).startsWith("Nothing is withdrawn");
        Path broken = Files.writeString(folder.resolve("dues.json"), "{\"dues\": [");
        ImportReport report = importer.run(broken, Missing.GO_HOWEVER_MANY, fault -> {}, () -> false);

        assertThat(report.whole()).isFalse();
        assertThat(report.withdrawn()).isZero();
        assertThat(dues.tally(ANNA, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(40);
    }

    @Test
    void only_a_file_of_dues_can_be_complete() throws Exception {
        Path payments = office.payments(folder);
        assertThatThrownBy(() -> importer.run(payments, Missing.GO, fault -> {}, () -> false))
                .isInstanceOf(ImportRefused.class);
    }

    private void assertOverpaid(Money amount) {
        assertThat(dues.tally(ANNA, DueFilter.ALL).overpaid()).isEqualTo(amount);
        assertThat(dues.account(ANNA, "240000021").orElseThrow().summary().overpaid())
                .isEqualTo(amount);
        assertThat(dues.accounts(ANNA))
                .extracting(AccountLine::summary)
                .singleElement()
                .satisfies(summary -> assertThat(summary.overpaid()).isEqualTo(amount));
    }

    private List<Due> paid() {
        return dues.page(ANNA, Tab.PAID, DueFilter.ALL, 0).stream()
                .map(Owed::due)
                .toList();
    }

    private Owed open(PartyKey party) {
        List<Owed> open = dues.open(party);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private void readDues() throws IOException, ImportRefused {
        importer.run(office.dues(folder), fault -> {}, () -> false);
    }

    private ImportReport complete(List<String> rows) throws IOException, ImportRefused {
        return importer.run(file(rows), Missing.GO, fault -> {}, () -> false);
    }

    private static List<String> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("D" + i, TaxOffice.PESEL + ";", "131,00"))
                .toList();
    }

    private Path file(String row) throws IOException {
        return file(List.of(row));
    }

    private Path file(List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("all.csv"), Sheet.DUES.header() + "\n" + String.join("\n", rows) + "\n");
    }

    private static String row(String id, String taxpayer, String principal) {
        return id + ";" + taxpayer + ";240000021;real-estate;nakaz;2026;3;4;;2026-11-16;" + principal
                + ";0;;;34999999991234567890123456;";
    }
}
