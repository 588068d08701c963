package pl.otwartagmina.service.payments.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;
import static pl.otwartagmina.service.payments.internal.SampleDues.due;
import static pl.otwartagmina.service.payments.internal.SampleDues.realEstate;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Match;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.bank.Transfer;
import pl.otwartagmina.service.payments.internal.bank.TransferTab;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport.Period;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.testing.database.BothDatabases;

/** What came by transfer, and what the bank took back, in reports and exports. */
@BothDatabases
class TransfersInBooksTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 16);
    private static final LocalDate LAST = TODAY.plusDays(60);
    private static final String CLEAR = "240000021/NIER/2026/R3";
    private static final Clerk EWA = Clerk.atConsole("ewa");
    private static final AuditRecord ACT = AuditRecord.atConsole("payments.export", "export", "");

    private final MovingClock clock = new MovingClock(TODAY.atTime(20, 0));
    private final DuesTables tables;
    private final BankDesk desk;
    private final DailyReports reports;
    private final BookingExports exports;
    private final Till till;

    TransfersInBooksTest(Database database) {
        tables = new DuesTables(database, clock);
        desk = new BankDesk(
                tables,
                DueSources.NONE,
                (unit, act) -> {},
                Settings.of(
                        BankSettings.Config.class,
                        Map.of("sortCode", "10901014", "masks", "real-estate 9999", "mt940VirtualAccount", "34")));
        reports = new DailyReports(tables);
        exports = new BookingExports(tables, (unit, act) -> {});
        till = new Till(tables);
        SavedDues.save(
                tables,
                realEstate("1", NOVEMBER, "0.00"),
                due("2", ANNA, Kind.WASTE, "510000021", NOVEMBER, "67.00", "0.00", "0.00", "0.00"),
                due("3", JAN, Kind.REAL_ESTATE, "77", TODAY.minusDays(90), "800.00", "100.00", "0.00", "16.00"));
    }

    /** Transfers at random over some days, some of them assigned, split or taken back, online payments among them. */
    private void live(long seed) throws Exception {
        Random random = new Random(seed);
        for (int step = 0; step < 12; step++) {
            clock.pass(Duration.ofMinutes(random.nextInt(400)));
            String title = List.of(
                            CLEAR,
                            "karta 240000021",
                            "510000021/ODP/2026/R3",
                            "oplata~3444109010149999000240000021",
                            "77 rata 3 2026")
                    .get(random.nextInt(5));
            String amount = List.of("131.00", "67.00", "50.00", "0.01").get(random.nextInt(4));
            take(StatementFile.of(seed + "" + step)
                    .with(random.nextInt(4) == 0 ? "RC" : "C", amount, title, StatementFile.ANNAS_ACCOUNT));
            for (Transfer transfer : desk.transfers(TransferTab.WAITING, 0, 9)) {
                decide(random, transfer);
            }
            if (random.nextBoolean()) {
                takenBack();
            }
            if (random.nextInt(5) == 0) {
                till.payFor("2", "5.00");
            }
        }
    }

    private void decide(Random random, Transfer transfer) {
        List<Match.Target> targets = desk.suggestions(transfer);
        if (targets.isEmpty() || random.nextInt(4) == 0) {
            desk.giveBack(EWA, transfer, "pomyłka");
        } else {
            desk.assign(EWA, transfer, targets.get(0));
        }
    }

    private void takenBack() {
        for (Transfer reversal : desk.transfers(TransferTab.OTHER, 0, 9)) {
            desk.reversedBy(reversal).stream().findFirst().ifPresent(credit -> desk.undo(EWA, reversal, credit));
        }
    }

    @Test
    void reports_of_days_come_to_the_ledger_to_the_grosz() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            live(seed);
        }
        Money transferred = sum("payments_assignment WHERE booked IS NOT NULL");
        Money back = sum("payments_assignment WHERE undone_by IS NOT NULL");
        assertThat(back).isGreaterThan(Money.ZERO).isLessThan(transferred);

        List<DayReport> days = reports.of(TODAY, LAST);
        assertThat(days).hasSizeGreaterThan(2);
        assertThat(total(days.stream().flatMap(day -> day.received().stream()).toList()))
                .isEqualTo(transferred.plus(sum("payments_booking")));
        assertThat(total(days.stream().flatMap(day -> day.returned().stream()).toList()))
                .isEqualTo(back);
        assertThat(total(days.stream()
                        .flatMap(day -> day.received().stream())
                        .filter(line -> line.channel().equals(DayReport.TRANSFER))
                        .toList()))
                .isEqualTo(transferred);
        assertThat(days.stream().flatMap(day -> day.received().stream()))
                .as("the account of the gmina, though the payer paid to their own")
                .allSatisfy(line -> assertThat(line.creditor()).isEqualTo(GMINA))
                .allSatisfy(line -> assertThat(line.kind()).isNotEmpty());
    }

    @Test
    void exports_of_what_is_new_hold_each_transfer_and_each_one_taken_back_once() throws Exception {
        List<String> lines = new ArrayList<>();
        Money received = Money.ZERO;
        Money returned = Money.ZERO;
        for (long seed = 1; seed <= 4; seed++) {
            live(seed);
            Optional<BookingExport> made = exports.ofNew(ACT);
            if (made.isPresent()) {
                List<String> rows = rows(made.get());
                assertThat(rows).hasSize(made.get().entries());
                assertThat(rows(made.get())).isEqualTo(rows);
                lines.addAll(rows);
                received = received.plus(made.get().received());
                returned = returned.plus(made.get().returned());
            }
        }
        assertThat(exports.ofNew(ACT)).isEmpty();
        assertThat(received).isEqualTo(sum("payments_assignment").plus(sum("payments_booking")));
        assertThat(returned)
                .isEqualTo(sum("payments_assignment WHERE undone_by IS NOT NULL"))
                .isGreaterThan(Money.ZERO);
        List<String> names = lines.stream().map(TransfersInBooksTest::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).anyMatch(name -> name.endsWith(";reversal"));
        clock.pass(Duration.ofSeconds(1));
        assertThat(exports.ofPeriod(new Period(TODAY, LAST), ACT).entries()).isEqualTo(lines.size());
    }

    @Test
    void an_export_says_what_a_transfer_was_for_and_stays_so_whatever_becomes_of_it() throws Exception {
        take(StatementFile.of("1").with("200.00", CLEAR));
        clock.pass(Duration.ofSeconds(1));
        BookingExport export = exports.ofNew(ACT).orElseThrow();
        List<String> before = rows(export);
        String entry = desk.transfers(TransferTab.DONE, 0, 1).get(0).id();
        assertThat(before)
                .containsExactly(
                        entry + "/1;payment;;payments;1;" + GMINA.digits()
                                + ";2026-11-10;2026-11-11T19:00:00Z;0.00;0.00;131.00;0.00;131.00;transfer;B11;240000021",
                        entry + "/2;payment;;payments;;" + GMINA.digits()
                                + ";2026-11-10;2026-11-11T19:00:00Z;0.00;0.00;0.00;69.00;69.00;transfer;B11;240000021");

        take(StatementFile.of("2").with("RC", "200.00", "Storno", StatementFile.ANNAS_ACCOUNT));
        takenBack();
        SavedDues.save(tables, realEstate("1", NOVEMBER, "0.00").withdrawn());

        assertThat(rows(export)).isEqualTo(before);
        assertThat(rows(exports.ofNew(ACT).orElseThrow())).hasSize(2).allSatisfy(row -> assertThat(row)
                .contains(";reversal;", ";2026-11-11;2026-11-11T19:00:01Z;"));
    }

    @Test
    void the_migration_says_of_older_transfers_what_is_written_down_of_new_ones() throws Exception {
        live(2);
        List<String> written = assignments();
        run("UPDATE payments_assignment SET kind = '', creditor = ''");

        Stream.of(migration().split(";", -1))
                .filter(statement -> statement.contains("UPDATE payments_assignment"))
                .forEach(this::run);

        assertThat(assignments()).isEqualTo(written).isNotEmpty();
    }

    private List<String> assignments() {
        return tables.unit()
                .sql(connection -> new Query("SELECT entry_id, number, kind, creditor, undone FROM payments_assignment"
                                + " ORDER BY entry_id, number")
                        .list(
                                connection,
                                row -> row.getString(1) + "/" + row.getInt(2) + " " + row.getString(3) + " "
                                        + row.getString(4) + " " + row.getTimestamp(5)));
    }

    private static String migration() {
        try (InputStream file = Objects.requireNonNull(
                DuesTables.class.getClassLoader().getResourceAsStream("db/migration/V9__transfers_in_the_books.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(String statement) {
        tables.unit().sql(connection -> connection.createStatement().executeUpdate(statement));
    }

    private void take(StatementFile file) throws Exception {
        desk.take("a", file.stream(), EWA);
    }

    private Money sum(String rows) {
        return tables.unit().sql(connection -> new Query(
                        "SELECT COALESCE(SUM(costs + interest + principal + surplus), 0) FROM " + rows)
                .list(connection, row -> new Money(row.getBigDecimal(1)))
                .get(0));
    }

    private static Money total(List<DayReport.Line> lines) {
        return DayReport.sum(lines).total();
    }

    /** Reference and sort of an entry. */
    private static String name(String line) {
        String[] cells = line.split(";", -1);
        return cells[0] + ";" + cells[1];
    }

    private List<String> rows(BookingExport export) throws IOException {
        StringWriter out = new StringWriter();
        exports.write(export, ExportFormat.CSV, out);
        return out.toString().lines().skip(1).toList();
    }
}
