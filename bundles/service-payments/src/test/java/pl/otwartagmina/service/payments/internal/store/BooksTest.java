package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport.Period;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.DayReport.Amounts;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;
import pl.otwartagmina.service.payments.internal.clerk.JournalFilter;
import pl.otwartagmina.service.payments.internal.clerk.JournalLine;
import pl.otwartagmina.service.payments.internal.order.Booking;
import pl.otwartagmina.service.payments.internal.order.FakeGateway;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.order.OrderLine;
import pl.otwartagmina.service.payments.internal.order.OrderState;
import pl.otwartagmina.service.payments.internal.order.PaymentOrder;
import pl.otwartagmina.service.payments.internal.order.Town;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

/** What clerks read from the books: reports, exports, the journal. */
@BothDatabases
class BooksTest {
    private static final Nrb OTHER = Nrb.ofBban("109010149999000240000021");
    private static final LocalDate LAST = TODAY.plusDays(4);

    private final FakeGateway gateway = new FakeGateway("bramka", true);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock(TODAY.atTime(22, 0));
    private final DuesTables tables;
    private final Cashier cashier;
    private final DailyReports reports;
    private final BookingExports exports;
    private final PaymentJournal journal;
    private final PaidOrders paid;
    private final List<PaymentOrder> orders = new ArrayList<>();

    BooksTest(Database database) {
        tables = new DuesTables(database, clock);
        cashier =
                new Cashier(tables, () -> List.of(gateway), DueSources.NONE, new Town(), (unit, act) -> acts.add(act));
        reports = new DailyReports(tables);
        exports = new BookingExports(tables, (unit, act) -> acts.add(act));
        journal = new PaymentJournal(tables);
        paid = new PaidOrders(cashier, gateway);
        tables.write(
                Table.DUES,
                List.of(
                        realEstate("1", TODAY.plusDays(5), "0.00"),
                        due("2", JAN, Kind.WASTE, "51", TODAY, "67.00", "0.00", "0.00", "0.00")),
                2);
    }

    /** Payments at random over five days, around midnights, many of them too much, some of them given back. */
    private void live(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            clock.pass(Duration.ofMinutes(random.nextInt(300)));
            PaymentOrder order =
                    paid.order(seed + "-" + i, line(random, "1", ANNA, GMINA), line(random, "2", JAN, OTHER));
            orders.add(order);
            if (random.nextInt(3) == 0) {
                Money part = Money.ofGrosze(1
                        + random.nextInt(
                                (int) (order.amount().amount().movePointRight(2).longValue())));
                cashier.refunds().write(UUID.randomUUID(), order.id(), part, "nadpłata", Clerks.CLERK);
                clock.pass(Duration.ofMinutes(random.nextInt(200)));
                cashier.refunds().due().forEach(cashier::giveBack);
            }
        }
    }

    private static OrderLine line(Random random, String due, PartyKey party, Nrb creditor) {
        return new OrderLine(
                "payments",
                due,
                party,
                "=Podatek; \"rata\"",
                creditor,
                Money.ofGrosze(random.nextInt(1600)),
                Money.ofGrosze(random.nextInt(900)),
                Money.ofGrosze(1 + random.nextInt(5000)));
    }

    private Amounts booked() {
        return orders.stream()
                .flatMap(order -> cashier.orders().bookings(order).stream())
                .map(BooksTest::amounts)
                .reduce(Amounts.NONE, Amounts::plus);
    }

    private static Amounts amounts(Booking booking) {
        return new Amounts(booking.costs(), booking.interest(), booking.principal(), booking.surplus());
    }

    private Money givenBack() {
        return orders.stream()
                .flatMap(order -> cashier.refunds().of(order.id()).stream())
                .map(refund -> refund.amount())
                .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void the_reports_of_the_days_sum_to_the_bookings_and_refunds_to_the_grosz() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            live(seed);
        }
        List<DayReport> days = reports.of(TODAY, TODAY.plusDays(60));

        Amounts received =
                days.stream().map(day -> DayReport.sum(day.received())).reduce(Amounts.NONE, Amounts::plus);
        assertThat(received).isEqualTo(booked());
        assertThat(received.total())
                .isEqualTo(orders.stream().map(PaymentOrder::amount).reduce(Money.ZERO, Money::plus));
        assertThat(received.surplus()).isGreaterThan(Money.ZERO);
        assertThat(days.stream()
                        .map(day -> DayReport.sum(day.returned()).total())
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(givenBack())
                .isGreaterThan(Money.ZERO);
        assertThat(days.stream()
                        .flatMap(day -> day.received().stream())
                        .mapToInt(DayReport.Line::count)
                        .sum())
                .isEqualTo(2 * orders.size());
        assertThat(days.get(0).received())
                .extracting(DayReport.Line::kind, DayReport.Line::creditor)
                .contains(org.assertj.core.groups.Tuple.tuple("waste", OTHER));
    }

    @Test
    void a_day_is_a_day_of_the_gmina_and_not_of_the_clock_of_the_server() throws Exception {
        clock.pass(Duration.ofMinutes(119));
        live(1, 1);
        clock.pass(Duration.ofMinutes(2));
        live(2, 1);

        assertThat(reports.of(TODAY).received())
                .extracting(DayReport.Line::count)
                .containsOnly(1);
        assertThat(reports.of(TODAY.plusDays(1)).received()).hasSize(2);
    }

    private void live(long seed, int count) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            orders.add(paid.order(seed + "-" + i, line(random, "1", ANNA, GMINA), line(random, "2", JAN, OTHER)));
        }
    }

    @Test
    void exports_of_what_is_new_hold_each_entry_once_and_can_be_fetched_again() throws Exception {
        live(5);
        BookingExport first = exports.ofNew(operator()).orElseThrow();
        String before = text(first, ExportFormat.CSV);
        assertThat(exports.ofNew(operator())).isEmpty();
        live(6);
        BookingExport second = exports.ofNew(operator()).orElseThrow();

        assertThat(text(first, ExportFormat.CSV)).isEqualTo(before);
        List<String> lines = new ArrayList<>();
        lines.addAll(rows(first));
        lines.addAll(rows(second));
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines).hasSize(first.entries() + second.entries());
        assertThat(first.received().plus(second.received())).isEqualTo(booked().total());
        assertThat(first.returned().plus(second.returned())).isEqualTo(givenBack());
        Set<String> references = new HashSet<>();
        orders.forEach(order -> references.addAll(List.of(order.id() + "/1", order.id() + "/2")));
        assertThat(lines.stream().filter(line -> line.contains(";payment;")).map(line -> line.split(";")[0]))
                .containsExactlyInAnyOrderElementsOf(references);
        assertThat(exports.page(0)).containsExactly(second, first);
        assertThat(acts)
                .filteredOn(act -> act.action().equals("payments.export"))
                .extracting(AuditRecord::reason)
                .containsExactly("nr 1", "nr 2");
    }

    @Test
    void an_export_of_days_is_the_same_whenever_it_is_fetched() throws Exception {
        live(1, 3);
        clock.pass(Duration.ofSeconds(1));
        BookingExport export = exports.ofPeriod(new Period(TODAY, LAST), operator());
        String before = text(export, ExportFormat.JSON);
        clock.pass(Duration.ofSeconds(1));
        live(2, 2);

        assertThat(export.entries()).isEqualTo(6);
        assertThat(text(export, ExportFormat.JSON))
                .isEqualTo(before)
                .startsWith("{\"export\":1,")
                .contains("\"due_source_id\":\"1\"", "\"paid_on\":\"2026-11-11\"", "\"gateway_reference\":\"ref-")
                .endsWith("\n]}\n");
        assertThat(exports.ofNew(operator()).orElseThrow().entries()).isEqualTo(10);
    }

    private List<String> rows(BookingExport export) throws IOException {
        return text(export, ExportFormat.CSV).lines().skip(1).toList();
    }

    private String text(BookingExport export, ExportFormat format) throws IOException {
        StringWriter out = new StringWriter();
        exports.write(export, format, out);
        return out.toString();
    }

    private static AuditRecord operator() {
        return AuditRecord.atConsole("payments.export", "export", "");
    }

    @Test
    void the_journal_is_leafed_through_without_a_line_lost_or_doubled() throws Exception {
        live(1, 7);
        clock.pass(Duration.ofHours(1));
        live(2, 4);
        List<String> seen = new ArrayList<>();
        Optional<JournalLine.Mark> after = Optional.empty();
        List<JournalLine> page = journal.page(JournalFilter.ALL, after, 3);
        while (!page.isEmpty()) {
            page.forEach(line -> seen.add(line.id()));
            page = journal.page(
                    JournalFilter.ALL, Optional.of(page.get(page.size() - 1).mark()), 3);
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(PaymentOrder::id).toList());
        assertThat(journal.page(JournalFilter.ALL, Optional.empty(), 1).get(0).more())
                .isEqualTo(1);
    }

    @Test
    void the_journal_finds_by_day_state_gateway_number_and_amount() throws Exception {
        live(1, 2);
        clock.pass(Duration.ofHours(3));
        live(2, 1);
        PaymentOrder last = orders.get(2);

        assertThat(found(Optional.of(TODAY.plusDays(1)), Optional.empty(), "", ""))
                .containsExactly(last.id());
        assertThat(found(Optional.empty(), Optional.of(OrderState.FAILED), "", ""))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.of(OrderState.BOOKED), "bramka", ""))
                .hasSize(3);
        assertThat(found(Optional.empty(), Optional.empty(), "inna", "")).isEmpty();
        assertThat(found(Optional.empty(), Optional.empty(), "", last.id() + "/2"))
                .containsExactly(last.id());
        assertThat(found(Optional.empty(), Optional.empty(), "", "ref-" + last.id()))
                .containsExactly(last.id());
        assertThat(journal.page(
                        new JournalFilter(
                                Optional.empty(),
                                Optional.of(TODAY),
                                Optional.empty(),
                                "",
                                "",
                                Optional.of(orders.get(0).amount())),
                        Optional.empty(),
                        9))
                .extracting(JournalLine::id)
                .contains(orders.get(0).id())
                .doesNotContain(last.id());
        assertThat(journal.heard(last.id())).hasSize(1).allMatch(one -> one.done()
                .isPresent());
    }

    private List<String> found(Optional<LocalDate> from, Optional<OrderState> state, String gateway, String number) {
        return journal
                .page(
                        new JournalFilter(from, Optional.empty(), state, gateway, number, Optional.empty()),
                        Optional.empty(),
                        9)
                .stream()
                .map(JournalLine::id)
                .toList();
    }

    @Test
    void a_person_gets_what_was_paid_of_the_own_dues_and_what_the_person_paid_for_others() throws Exception {
        live(1, 1);
        PaidRecords records = new PaidRecords(tables);

        assertThat(records.orders(new Subject("jan", Optional.of(JAN)))).hasSize(1);
        assertThat(records.bookings(new Subject("jan", Optional.of(JAN))))
                .extracting(PaidRecords.Booked::reference)
                .containsExactly(orders.get(0).id() + "/2");
        assertThat(records.orders(new Subject("anna", Optional.of(ANNA)))).hasSize(2);
        assertThat(records.orders(new Subject("other", Optional.empty()))).isEmpty();
        cashier.refunds().write(UUID.randomUUID(), orders.get(0).id(), Money.of("0.01"), "nadpłata", Clerks.CLERK);
        cashier.refunds().due().forEach(cashier::giveBack);
        assertThat(records.refunds(new Subject("anna", Optional.empty())))
                .singleElement()
                .satisfies(one -> assertThat(one.amounts().total()).isEqualTo(Money.of("0.01")));
    }
}
