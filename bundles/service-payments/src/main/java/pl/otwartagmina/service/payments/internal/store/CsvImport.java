package pl.otwartagmina.service.payments.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.Sheet;
import pl.otwartagmina.service.payments.internal.csv.SheetFile;

/**
 * Reads a file of the tax system into the tables, one transaction for each batch. Stopped or crashed in the middle, it
 * leaves whole batches; the same file again completes it, because rows that are there count as unchanged.
 */
@Component(service = CsvImport.class)
public final class CsvImport {
    private final DuesTables tables;
    private final PartyKeys keys;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    /** One import at a time in each portal. */
    @Activate
    public CsvImport(@Reference DuesTables tables, @Reference PartyKeys keys) {
        this.tables = tables;
        this.keys = keys;
        this.clock = tables.clock();
    }

    /** Imports a file of changes. */
    public ImportReport run(Path file, Consumer<RowFault> told, BooleanSupplier stop)
            throws IOException, ImportRefused {
        return run(file, Missing.STAY, told, stop);
    }

    /**
     * Imports a file.
     *
     * @param missing what becomes of dues that it does not name; only a file of dues can be complete
     * @param told of each row that is not taken, or is taken with a warning
     * @param stop asked before each batch
     * @throws ImportRefused if the file is none of ours, or another import is running
     */
    public ImportReport run(Path file, Missing missing, Consumer<RowFault> told, BooleanSupplier stop)
            throws IOException, ImportRefused {
        if (!running.tryLock()) {
            throw new ImportRefused("Another import is running; wait until it has finished.");
        }
        try (SheetFile rows = SheetFile.open(file)) {
            Sheet<?> sheet = rows.sheet();
            if (sheet == Sheet.DUES) {
                DuesIntake intake = new DuesIntake(clock);
                Run<Due> run = new Run<>(file, rows, Sheet.DUES, intake, told, stop);
                ImportReport report = run.toEnd();
                return missing == Missing.STAY ? report : withdraw(run.ids(), report, intake, missing, stop);
            }
            if (missing != Missing.STAY) {
                throw new ImportRefused("A complete file is one of dues; this one holds " + sheet.name() + ".");
            }
            if (sheet == Sheet.PAYMENTS) {
                return new Run<>(file, rows, Sheet.PAYMENTS, new PaymentsIntake(clock), told, stop).toEnd();
            }
            return new Run<>(file, rows, Sheet.COMPONENTS, Intake.into(Table.COMPONENTS), told, stop).toEnd();
        } finally {
            running.unlock();
        }
    }

    private ImportReport withdraw(
            Set<String> named, ImportReport report, DuesIntake intake, Missing missing, BooleanSupplier stop) {
        if (!report.whole() || report.rejected() > 0) {
            return report.noting("Nothing is withdrawn: a due may be missing only because its row could not be read.");
        }
        Withdrawal withdrawal = new Withdrawal(tables, named);
        Withdrawal.Share share = withdrawal.share();
        if (missing == Missing.GO && share.isTooMuch()) {
            return report.noting("Nothing is withdrawn: the file lacks " + share.missing() + " of " + share.all()
                    + " dues, more than one of " + Withdrawal.ONE_OF + ".");
        }
        return report.withdrawing(withdrawal.run(intake, stop));
    }

    /** One file on its way into one table. */
    private final class Run<T> {
        private final Path file;
        private final SheetFile rows;
        private final Sheet<T> sheet;
        private final Intake<T> intake;
        private final Consumer<RowFault> told;
        private final BooleanSupplier stop;
        private final Instant started = clock.instant();
        private final Map<String, Long> lines = new HashMap<>();
        private final List<SheetFile.Parsed.Good<T>> batch = new ArrayList<>(Intake.BATCH);
        private final List<RowFault> firstFaults = new ArrayList<>();
        private long acceptedRows;
        private long changedRows;
        private long unchangedRows;
        private long rejectedRows;
        private long warnedRows;

        Run(
                Path file,
                SheetFile rows,
                Sheet<T> sheet,
                Intake<T> intake,
                Consumer<RowFault> told,
                BooleanSupplier stop) {
            this.file = file;
            this.rows = rows;
            this.sheet = sheet;
            this.intake = intake;
            this.told = told;
            this.stop = stop;
        }

        Set<String> ids() {
            return lines.keySet();
        }

        ImportReport toEnd() throws IOException {
            Optional<SheetFile.Parsed<T>> next = rows.next(sheet, keys);
            boolean stopped = false;
            while (next.isPresent() && !stopped) {
                take(next.get());
                stopped = batch.size() == Intake.BATCH && !flush();
                next = rows.next(sheet, keys);
            }
            boolean whole = !stopped && flush() && !rows.isBroken();
            ImportReport report = new ImportReport(
                    sheet.name(),
                    acceptedRows,
                    changedRows,
                    unchangedRows,
                    rejectedRows,
                    warnedRows,
                    0,
                    "",
                    firstFaults,
                    rows.ignored(),
                    whole,
                    Duration.between(started, clock.instant()));
            if (whole) {
                tables.recordImport(String.valueOf(file.getFileName()), report);
            }
            return report;
        }

        private void take(SheetFile.Parsed<T> parsed) {
            if (parsed instanceof SheetFile.Parsed.Good<T> good) {
                Long before =
                        lines.putIfAbsent(intake.id(good.value()), good.place().number());
                if (before == null) {
                    batch.add(good);
                } else {
                    reject(good.place().twice("source_id", before));
                }
            } else if (parsed instanceof SheetFile.Parsed.Bad<T> bad) {
                reject(bad.fault());
            }
        }

        private void reject(RowFault fault) {
            rejectedRows++;
            tell(fault);
        }

        private void warn(RowFault fault) {
            warnedRows++;
            tell(fault);
        }

        private void tell(RowFault fault) {
            if (firstFaults.size() < ImportReport.FIRST_FAULTS) {
                firstFaults.add(fault);
            }
            told.accept(fault);
        }

        /** Writes the batch, unless the import is to stop. */
        private boolean flush() {
            if (stop.getAsBoolean()) {
                return false;
            }
            if (!batch.isEmpty()) {
                Intake.Outcome outcome = tables.batch(connection -> intake.take(connection, batch));
                acceptedRows += outcome.written().accepted();
                changedRows += outcome.written().changed();
                unchangedRows += outcome.written().unchanged();
                outcome.rejected().forEach(this::reject);
                outcome.warnings().forEach(this::warn);
                batch.clear();
            }
            return true;
        }
    }
}
