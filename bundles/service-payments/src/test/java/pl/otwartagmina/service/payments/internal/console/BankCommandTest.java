package pl.otwartagmina.service.payments.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.service.payments.internal.Settings;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.bank.BankFileRefused;
import pl.otwartagmina.service.payments.internal.bank.BankSettings;
import pl.otwartagmina.service.payments.internal.bank.StatementFile;
import pl.otwartagmina.service.payments.internal.source.DueSources;
import pl.otwartagmina.service.payments.internal.store.BankDesk;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.testing.database.TestDatabase;

class BankCommandTest {
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
    void the_counts_are_shown_and_every_fault_with_its_line_is_in_the_report() throws Exception {
        Path good = Files.write(
                folder.resolve("a.sta"),
                StatementFile.of("00065").with("131.00", "za podatek").bytes());
        Path bad = Files.write(
                folder.resolve("b.sta"),
                StatementFile.of("00066").with("5.00", "inne").withFault().bytes());
        command(good, bad).execute();

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .containsPattern("a.sta\\W+1\\W+1\\W+0\\W+0\\W+0\\W+1")
                .contains("b.sta: line 9: statement 00066, entry 2: The line of the entry cannot be read");
        assertThat(Files.readAllLines(folder.resolve("a.sta.report.txt")))
                .contains("File a.sta", "1 new, 0 known, 0 rejected, 0 booked", "File b.sta")
                .contains("line 9: statement 00066, entry 2: The line of the entry cannot be read");
        assertThat(acts).extracting(AuditRecord::actor).containsExactly("jan", "jan");
    }

    @Test
    void a_file_of_another_sort_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("other.txt"), "a;b\n");
        assertThatThrownBy(() -> command(file).execute()).isInstanceOf(BankFileRefused.class);
        assertThat(acts).isEmpty();
    }

    private BankCommand command(Path... files) {
        BankCommand command = new BankCommand();
        command.files = List.of(files).stream().map(Path::toString).toList();
        command.desk = new BankDesk(
                new DuesTables(database, Clock.systemUTC()),
                DueSources.NONE,
                (unit, act) -> acts.add(act),
                Settings.of(BankSettings.Config.class, Map.of()));
        command.texts = new TestTexts();
        PrintStream console = new PrintStream(screen, true, StandardCharsets.UTF_8);
        command.session = (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConsole")) {
                        return console;
                    }
                    if (method.getName().equals("get")) {
                        return "jan";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return command;
    }
}
