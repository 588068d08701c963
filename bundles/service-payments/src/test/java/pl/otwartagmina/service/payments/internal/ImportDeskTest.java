package pl.otwartagmina.service.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.service.payments.internal.clerk.ImportLine;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.Sheet;
import pl.otwartagmina.service.payments.internal.store.Clerks;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.testing.database.TestDatabase;

class ImportDeskTest {
    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final List<AuditRecord> acts = new CopyOnWriteArrayList<>();
    private final DuesTables tables = new DuesTables(database, Clock.systemUTC());
    private final Imports imports = new Imports(tables, (unit, act) -> acts.add(act));
    private final ImportDesk desk = new ImportDesk(new CsvImport(tables, new FakePartyKeys()), imports);

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() throws InterruptedException {
        desk.close();
        database.close();
    }

    @Test
    void a_clerks_file_is_imported_with_its_report_and_who_did_it_is_recorded() throws Exception {
        ImportDesk.Run run = taken("../../etc/dues.csv", Sheet.DUES.template() + "bad\n");

        assertThat(run.state()).isEqualTo(ImportDesk.State.DONE);
        assertThat(run.name()).isEqualTo("dues.csv");
        List<RowFault> faults = new ArrayList<>();
        run.faults(faults::add);
        assertThat(faults).containsExactly(new RowFault(3, "", new Reason(Reason.Sort.CELLS, List.of("1", "17"))));
        assertThat(imports.page(0))
                .extracting(ImportLine::file, ImportLine::accepted, ImportLine::rejected)
                .containsExactly(tuple("dues.csv", 1L, 1L));
        assertThat(imports.count()).isEqualTo(1);
        assertThat(acts)
                .extracting(AuditRecord::actor, AuditRecord::action, AuditRecord::result)
                .containsExactly(
                        tuple("clerk", "payments.import", AuditRecord.Result.DONE),
                        tuple("clerk", "payments.imported", AuditRecord.Result.DONE));
    }

    @Test
    void a_file_of_another_sort_is_refused_and_that_is_recorded_too() throws Exception {
        ImportDesk.Run run = taken("other.csv", "a;b\n");

        assertThat(run.state()).isEqualTo(ImportDesk.State.REFUSED);
        assertThat(imports.count()).isZero();
        assertThat(acts).last().satisfies(act -> assertThat(act.result()).isEqualTo(AuditRecord.Result.FAILED));
    }

    @Test
    void no_more_than_the_limit_is_kept_however_much_is_sent() throws IOException {
        Path file = folder.resolve("large");
        InputStream endless = InputStream.nullInputStream();
        assertThat(ImportDesk.copy(endless, file, 10)).isTrue();
        assertThat(ImportDesk.copy(new ByteArrayInputStream(new byte[200_000]), file, 100_000))
                .isFalse();
        assertThat(Files.size(file)).isLessThanOrEqualTo(100_000);
    }

    private ImportDesk.Run taken(String name, String content) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        List<ImportDesk.Run> runs = new CopyOnWriteArrayList<>();
        Runnable unwatch = desk.watch(() -> {
            if (desk.latest().stream().allMatch(run -> run.state() != ImportDesk.State.RUNNING)) {
                ended.countDown();
            }
        });
        runs.add(desk.take(
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        name,
                        AuditRecord.of(Clerks.CLERK, "payments.import", "file", ""))
                .orElseThrow());
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        unwatch.run();
        return runs.get(0);
    }
}
