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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.DueFilter;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.Tab;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.Sheet;
import pl.otwartagmina.testing.database.BothDatabases;

@BothDatabases
class CsvImportTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @TempDir
    private Path folder = Path.of("");

    private final DuesTables tables;
    private final CsvImport importer;
    private final Dues dues;
    private final PartyKey anna = new FakePartyKeys().of(new Pesel("02211307589"));

    CsvImportTest(Database database) {
        tables = new DuesTables(
                database, Clock.fixed(TODAY.atTime(12, 0).atZone(WARSAW).toInstant(), WARSAW));
        importer = new CsvImport(tables, new FakePartyKeys());
        dues = new Dues(tables, LateInterest.builtIn());
    }

    @Test
    void the_same_file_twice_changes_nothing() throws Exception {
        Path file = file(rows(1200));
        assertCounts(run(file), 1200, 0, 0, 0);
        assertCounts(run(file), 0, 0, 1200, 0);
        assertThat(dues.tally(anna, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(1200);
        assertThat(dues.tally(anna, DueFilter.ALL).importedAt())
                .contains(tables.clock().instant());
    }

    @Test
    void a_changed_row_is_changed_and_no_other() throws Exception {
        run(file(rows(3)));
        List<String> rows = rows(3);
        rows.set(1, row("D1", "131,00", "131,00"));
        assertCounts(run(file(rows)), 0, 1, 2, 0);
        assertThat(dues.page(anna, Tab.PAID, DueFilter.ALL, 0))
                .singleElement()
                .extracting(Owed::due)
                .satisfies(due -> assertThat(due.paid()).isEqualTo(Money.of("131")));
    }

    @Test
    void bad_rows_are_told_and_the_rest_is_taken() throws Exception {
        List<String> rows = rows(1000);
        rows.set(10, row("D10", "abc", "0"));
        rows.set(500, "\"");
        rows.set(998, row("D5", "1", "0"));
        List<RowFault> faults = new ArrayList<>();
        ImportReport report = importer.run(file(rows), faults::add, () -> false);
        assertCounts(report, 997, 0, 0, 3);
        assertThat(faults)
                .containsExactly(
                        new RowFault(12, "principal", new Reason(Reason.Sort.NUMBER, List.of())),
                        new RowFault(502, "", new Reason(Reason.Sort.QUOTE_OPEN, List.of())),
                        new RowFault(1000, "source_id", new Reason(Reason.Sort.LINE_TWICE, List.of("7"))));
        assertThat(report.firstFaults()).isEqualTo(faults);
        assertThat(dues.tally(anna, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(997);
    }

    @Test
    void a_stopped_import_leaves_whole_batches_and_the_same_file_completes_it() throws Exception {
        Path file = file(rows(1700));
        AtomicInteger batches = new AtomicInteger();
        ImportReport stopped = importer.run(file, fault -> {}, () -> batches.incrementAndGet() > 2);
        assertThat(stopped.whole()).isFalse();
        assertThat(dues.tally(anna, DueFilter.ALL).in(Tab.UNPAID)).isEqualTo(1000);
        assertThat(tables.imported("dues.csv")).isFalse();
        assertCounts(run(file), 700, 0, 1000, 0);
        assertThat(tables.imported("dues.csv")).isTrue();
    }

    @Test
    void only_one_import_runs_at_a_time() throws Exception {
        Path file = file(List.of(row("D1", "x", "0")));
        List<Throwable> refusals = new ArrayList<>();
        importer.run(
                file,
                fault -> onAnotherThread(() -> {
                    try {
                        run(file);
                    } catch (IOException | ImportRefused refused) {
                        refusals.add(refused);
                    }
                }),
                () -> false);
        assertThat(refusals).singleElement().isInstanceOf(ImportRefused.class);
    }

    @Test
    void payments_and_components_are_recognised_by_their_header() throws Exception {
        for (Sheet<?> sheet : Sheet.ALL) {
            Path file = Files.writeString(folder.resolve(sheet.name() + ".csv"), sheet.template());
            assertThat(run(file).sheet()).isEqualTo(sheet.name());
            assertCounts(run(file), 0, 0, 1, 0);
        }
        assertThat(dues.account(anna, "240000021").orElseThrow().payments()).hasSize(1);
    }

    @Test
    void a_file_that_is_none_of_ours_changes_nothing() throws Exception {
        Path file = Files.writeString(folder.resolve("photo.csv"), "a;b\n1;2\n");
        assertThatThrownBy(() -> run(file)).isInstanceOf(ImportRefused.class);
        assertThat(tables.imported("photo.csv")).isFalse();
    }

    private ImportReport run(Path file) throws IOException, ImportRefused {
        return importer.run(file, fault -> {}, () -> false);
    }

    private static void assertCounts(ImportReport report, long accepted, long changed, long unchanged, long rejected) {
        assertThat(List.of(report.accepted(), report.changed(), report.unchanged(), report.rejected()))
                .containsExactly(accepted, changed, unchanged, rejected);
        assertThat(report.whole()).isTrue();
    }

    private static List<String> rows(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> row("D" + i, "131,00", "0"))
                .toList());
    }

    private static String row(String id, String principal, String paid) {
        return id + ";02211307589;;240000021;real-estate;nakaz;2026;3;4;;2026-09-15;" + principal + ";" + paid
                + ";;;34999999991234567890123456;";
    }

    private Path file(List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("dues.csv"), Sheet.DUES.header() + "\n" + String.join("\n", rows) + "\n");
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
