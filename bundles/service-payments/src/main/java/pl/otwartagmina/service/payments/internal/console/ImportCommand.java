package pl.otwartagmina.service.payments.internal.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.ImportReport;
import pl.otwartagmina.service.payments.internal.store.Imports;
import pl.otwartagmina.service.payments.internal.store.Missing;

/** {@code payments:import FILE...}: counts on the console, every rejected or odd row in a report beside the file. */
@Service
@Command(
        scope = "payments",
        name = "import",
        description = "Imports dues, payments or components from CSV or JSON files.")
public final class ImportCommand implements Action {
    @Argument(
            name = "files",
            description = "Files of the tax system, as payments:template shows them",
            required = true,
            multiValued = true)
    @Completion(FileCompleter.class)
    List<String> files = List.of();

    @Option(name = "--report", description = "Where the report goes, by default FILE.report.txt beside the first file")
    @Nullable
    String report;

    @Option(name = "--complete", description = "The one file holds all dues: those that it does not name are withdrawn")
    boolean complete;

    @Option(name = "--force", description = "With --complete: withdraws however many it lacks")
    boolean force;

    @Reference
    @Nullable
    CsvImport importer;

    @Reference
    @Nullable
    Imports imports;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() throws IOException, ImportRefused {
        PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
        CsvImport csvImport = Objects.requireNonNull(importer, "injected");
        if (complete && files.size() > 1) {
            throw new ImportRefused("A complete file is imported alone.");
        }
        Imports records = Objects.requireNonNull(imports, "injected");
        Path reportFile = Path.of(report == null ? files.get(0) + ".report.txt" : report);
        ShellTable table = new ShellTable();
        List.of("File", "Holds", "New", "Changed", "Unchanged", "Rejected", "Warnings", "Withdrawn", "Seconds")
                .forEach(table::column);
        try (PrintStream full = new PrintStream(Files.newOutputStream(reportFile), false, StandardCharsets.UTF_8)) {
            for (String name : files) {
                Path file = Path.of(name);
                full.println("File " + file.getFileName());
                AuditRecord operator = AuditRecord.atConsole("payments.import", "file", "");
                records.begins(file, operator);
                ImportReport done = csvImport.run(file, missing(), full::println, () -> false);
                records.ends(file, operator, done);
                full.println(counts(done));
                tell(console, file, done);
                table.addRow()
                        .addContent(
                                file.getFileName(),
                                done.sheet(),
                                done.accepted(),
                                done.changed(),
                                done.unchanged(),
                                done.rejected(),
                                done.warned(),
                                done.withdrawn(),
                                done.took().toSeconds());
            }
        }
        table.print(console);
        console.println("Full report: " + reportFile.toAbsolutePath());
        return null;
    }

    private Missing missing() {
        if (!complete) {
            return Missing.STAY;
        }
        return force ? Missing.GO_HOWEVER_MANY : Missing.GO;
    }

    private static void tell(PrintStream console, Path file, ImportReport done) {
        if (!done.whole()) {
            console.println(file.getFileName() + ": was not read to its end, see the report");
        }
        if (!done.note().isEmpty()) {
            console.println(file.getFileName() + ": " + done.note());
        }
        if (!done.ignoredColumns().isEmpty()) {
            console.println(file.getFileName() + ": columns passed over: " + String.join(", ", done.ignoredColumns()));
        }
        for (RowFault fault : done.firstFaults()) {
            console.println(file.getFileName() + ": " + fault);
        }
        long more = done.rejected() + done.warned() - done.firstFaults().size();
        if (more > 0) {
            console.println(file.getFileName() + ": and " + more + " more such rows, see the report");
        }
    }

    private static String counts(ImportReport done) {
        return done.sheet() + ": " + done.accepted() + " new, " + done.changed() + " changed, " + done.unchanged()
                + " unchanged, " + done.rejected() + " rejected of " + done.rows() + " rows"
                + (done.withdrawn() > 0 ? "; " + done.withdrawn() + " dues withdrawn" : "")
                + (done.warned() > 0 ? "; " + done.warned() + " taken with a warning" : "");
    }
}
