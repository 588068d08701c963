package pl.otwartagmina.service.payments.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.service.payments.internal.FakePartyKeys;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.Sheet;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.testing.database.TestDatabase;

class ImportCommandTest {
    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<AuditRecord> acts = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_counts_are_shown_and_every_rejected_row_is_in_the_report() throws Exception {
        StringBuilder rows = new StringBuilder(Sheet.DUES.template());
        for (int i = 0; i < 50; i++) {
            rows.append("bad\n");
        }
        Path file = Files.writeString(folder.resolve("dues.csv"), rows);
        command(file).execute();
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("dues.csv: line 3: 1 cells instead of 17", "and 30 more such rows")
                .containsPattern("dues.csv\\W+dues\\W+1\\W+0\\W+0\\W+50");
        assertThat(Files.readAllLines(folder.resolve("dues.csv.report.txt")))
                .hasSize(52)
                .contains(
                        "line 52: 1 cells instead of 17",
                        "dues: 1 new, 0 changed, 0 unchanged, 50 rejected of 51 rows");
        assertThat(acts)
                .extracting(AuditRecord::actor, AuditRecord::action, AuditRecord::objectId, AuditRecord::reason)
                .containsExactly(
                        tuple("console", "payments.import", "dues.csv", ""),
                        tuple("console", "payments.imported", "dues.csv", "dues: +1, ~0, =0, -50"));
    }

    @Test
    void a_file_of_another_sort_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("other.csv"), "a;b\n");
        assertThatThrownBy(() -> command(file).execute())
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("other.csv");
    }

    private ImportCommand command(Path file) {
        ImportCommand command = new ImportCommand();
        command.files = List.of(file.toString());
        DuesTables tables = new DuesTables(database, Clock.systemUTC());
        command.importer = new CsvImport(tables, new FakePartyKeys());
        command.imports = new Imports(tables, (unit, act) -> acts.add(act));
        PrintStream console = new PrintStream(screen, true, StandardCharsets.UTF_8);
        command.session = (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConsole")) {
                        return console;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return command;
    }
}
