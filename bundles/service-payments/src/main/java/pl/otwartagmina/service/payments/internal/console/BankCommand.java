package pl.otwartagmina.service.payments.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.service.payments.internal.bank.BankFileRefused;
import pl.otwartagmina.service.payments.internal.bank.BankReport;
import pl.otwartagmina.service.payments.internal.bank.Clerk;
import pl.otwartagmina.service.payments.internal.bank.Fault;
import pl.otwartagmina.service.payments.internal.store.BankDesk;

/** {@code payments:bank FILE...}: takes statements of the bank; counts on the console, each fault in a report. */
@Service
@Command(scope = "payments", name = "bank", description = "Takes statements of the bank, MT940 or camt.053.")
public final class BankCommand implements Action {
    private static final int FIRST_FAULTS = 20;

    @Argument(name = "files", description = "Files of the bank", required = true, multiValued = true)
    @Completion(FileCompleter.class)
    List<String> files = List.of();

    @Option(name = "--report", description = "Where the report goes, by default FILE.report.txt beside the first file")
    @Nullable
    String report;

    @Reference
    @Nullable
    BankDesk desk;

    @Reference
    @Nullable
    Translations texts;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() throws IOException, BankFileRefused {
        Session here = Objects.requireNonNull(session, "injected");
        BankDesk bank = Objects.requireNonNull(desk, "injected");
        Clerk operator = Clerk.atConsole(here.get("USER") instanceof String user && !user.isBlank() ? user : "console");
        PrintStream console = here.getConsole();
        Path reportFile = Path.of(report == null ? files.get(0) + ".report.txt" : report);
        ShellTable table = new ShellTable();
        List.of("File", "Statements", "New", "Known", "Rejected", "Booked", "Waiting")
                .forEach(table::column);
        try (PrintStream full = new PrintStream(Files.newOutputStream(reportFile), false, StandardCharsets.UTF_8)) {
            for (String name : files) {
                Path file = Path.of(name);
                full.println("File " + file.getFileName());
                BankReport done = take(bank, file, operator, full);
                tell(console, full, file, done);
                table.addRow()
                        .addContent(
                                file.getFileName(),
                                done.file().statements(),
                                done.file().taken(),
                                done.file().known(),
                                done.file().rejected(),
                                done.matched(),
                                done.file().waiting());
            }
        }
        table.print(console);
        console.println("Full report: " + reportFile.toAbsolutePath());
        return null;
    }

    private static BankReport take(BankDesk bank, Path file, Clerk operator, PrintStream full)
            throws IOException, BankFileRefused {
        try (InputStream content = Files.newInputStream(file)) {
            return bank.take(String.valueOf(file.getFileName()), content, operator);
        } catch (BankFileRefused refused) {
            full.println(refused.getMessage());
            throw refused;
        }
    }

    private void tell(PrintStream console, PrintStream full, Path file, BankReport done) {
        int told = 0;
        for (Fault fault : done.faults()) {
            String line = line(fault);
            full.println(line);
            if (told++ < FIRST_FAULTS) {
                console.println(file.getFileName() + ": " + line);
            }
        }
        if (told > FIRST_FAULTS) {
            console.println(file.getFileName() + ": and " + (told - FIRST_FAULTS) + " more, see the report");
        }
        full.println(done.file().taken() + " new, " + done.file().known() + " known, "
                + done.file().rejected() + " rejected, " + done.matched() + " booked");
    }

    /** As {@code line 12: statement 00065/001, entry 3: the amount cannot be read}. */
    private String line(Fault fault) {
        String where = fault.statement().isEmpty() ? "" : "statement " + fault.statement() + ", ";
        String what = fault.position() == 0 ? "" : "entry " + fault.position() + ": ";
        String why = Objects.requireNonNull(texts, "injected")
                .text(Locale.ENGLISH, "payments.bank.fault." + fault.reason().code());
        return "line " + fault.line() + ": " + where + what + why;
    }
}
