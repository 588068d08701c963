package pl.otwartagmina.service.payments.internal.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.ImportReport;

/** {@code payments:import FILE...}: counts on the console, every rejected row in a report beside the file. */
@Service
@Command(scope = "payments", name = "import", description = "Imports dues, payments or components from CSV files")
public final class ImportCommand implements Action {
    @Argument(name = "files", description = "Files of the tax system; see payments:template", required = true, multiValued = true)
    @Completion(FileCompleter.class)
    private List<String> files = List.of();

    @Option(name = "--report", description = "Where the report goes; by default FILE.report.txt beside the first file")
    private @Nullable String report;

    @Reference
    private @Nullable CsvImport importer;

    @Reference
    private @Nullable Session session;

    @Override
    public @Nullable Object execute() throws IOException, ImportRefused {
        CsvImport csvImport = given(importer);
        PrintStream console = given(session).getConsole();
        ShellTable table = new ShellTable();
        List.of("File", "Holds", "New", "Changed", "Unchanged", "Rejected", "Seconds").forEach(table::column);
        Path reportFile = Path.of(report == null ? files.get(0) + ".report.txt" : report);
        long rejected = 0;
        try (PrintStream full = new PrintStream(Files.newOutputStream(reportFile), false, java.nio.charset.StandardCharsets.UTF_8)) {
            for (String name : files) {
                Path file = Path.of(name);
                full.println(file.getFileName());
                ImportReport done = csvImport.run(file, full::println, () -> false);
                full.println(summary(done));
                table.addRow().addContent(file.getFileName(), done.sheet(), done.accepted(), done.changed(), done.unchanged(), done.rejected(), done.took().toSeconds());
                tell(console, file, done);
                rejected += done.rejected();
            }
        } finally {
            table.print(console);
        }
        console.println("Report: " + reportFile.toAbsolutePath());
        if (rejected > 0) {
            console.println("The rejected rows were left out. Correct them and import the file again: rows that are there already count as unchanged.");
        }
        return null;
    }
}
