package pl.otwartagmina.service.payments.internal.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.service.payments.internal.clerk.BookingExport;
import pl.otwartagmina.service.payments.internal.clerk.ExportFormat;
import pl.otwartagmina.service.payments.internal.store.BookingExports;

/** {@code payments:export}: bookings for the finance system, of some days or all that no such export held. */
@Service
@Command(scope = "payments", name = "export", description = "Exports bookings for the finance system.")
public final class ExportCommand implements Action {
    @Option(name = "--from", description = "First day of the bookings, such as 2026-11-01")
    @Nullable
    String from;

    @Option(name = "--to", description = "Last day, such as 2026-11-30")
    @Nullable
    String to;

    @Option(name = "--new", description = "All that no export with --new held before, instead of days")
    boolean fresh;

    @Option(name = "--format", description = "csv or json")
    String format = "csv";

    @Option(name = "--file", description = "Where it goes; by default to the console")
    @Nullable
    String file;

    @Reference
    @Nullable
    BookingExports exports;

    @Reference
    @Nullable
    Session session;

    @Override
    public @Nullable Object execute() throws IOException {
        ExportFormat wanted = format();
        if (fresh == (from != null || to != null)) {
            throw new IllegalArgumentException("Either --new, or --from and --to");
        }
        BookingExports all = Objects.requireNonNull(exports, "injected");
        PrintStream console = Objects.requireNonNull(session, "injected").getConsole();
        AuditRecord act = AuditRecord.atConsole("payments.export", "export", "");
        Optional<BookingExport> made = fresh ? all.ofNew(act) : Optional.of(all.ofPeriod(period(), act));
        if (made.isEmpty()) {
            console.println("Nothing new.");
            return null;
        }
        if (file == null) {
            StringWriter text = new StringWriter();
            all.write(made.get(), wanted, text);
            console.print(text);
            return null;
        }
        Path target = Path.of(file);
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            all.write(made.get(), wanted, out);
        }
        console.println("Export " + made.get().number() + ": " + made.get().entries() + " entries, "
                + made.get().received() + " received, " + made.get().returned() + " given back, in "
                + target.toAbsolutePath());
        return null;
    }

    private ExportFormat format() {
        for (ExportFormat one : ExportFormat.values()) {
            if (one.extension().equals(format.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new IllegalArgumentException("--format is csv or json");
    }

    private BookingExport.Period period() {
        if (from == null || to == null) {
            throw new IllegalArgumentException("--from and --to belong together");
        }
        try {
            return new BookingExport.Period(LocalDate.parse(from), LocalDate.parse(to));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("A day is written as 2026-11-01", wrong);
        }
    }
}
