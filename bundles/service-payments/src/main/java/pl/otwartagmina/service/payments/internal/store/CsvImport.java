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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.service.payments.internal.csv.CsvFile;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.csv.Sheet;

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

    /**
     * Imports a file.
     *
     * @param told of each row that is not taken, or is taken with a warning
     * @param stop asked before each batch
     * @throws ImportRefused if the file is none of ours, or another import is running
     */
    public ImportReport run(Path file, Consumer<RowFault> told, BooleanSupplier stop)
            throws IOException, ImportRefused {
        if (!running.tryLock()) {
            throw new ImportRefused("Another import is running; wait until it has finished.");
        }
        try (CsvFile csv = CsvFile.open(file)) {
            Sheet<?> sheet = csv.sheet();
            if (sheet == Sheet.DUES) {
                return new Run<>(file, csv, Sheet.DUES, new DuesIntake(clock), told, stop).toEnd();
            }
            if (sheet == Sheet.PAYMENTS) {
                return new Run<>(file, csv, Sheet.PAYMENTS, new PaymentsIntake(clock), told, stop).toEnd();
            }
            return new Run<>(file, csv, Sheet.COMPONENTS, Intake.into(Table.COMPONENTS), told, stop).toEnd();
        } finally {
            running.unlock();
        }
    }

    /** One file on its way into one table. */
    private final class Run<T> {
        private final Path file;
        private final CsvFile csv;
        private final Sheet<T> sheet;
        private final Intake<T> intake;
        private final Consumer<RowFault> told;
        private final BooleanSupplier stop;
        private final Instant started = clock.instant();
        private final Map<String, Long> lines = new HashMap<>();
        private final List<CsvFile.Parsed.Good<T>> batch = new ArrayList<>(Intake.BATCH);
        private final List<RowFault> firstFaults = new ArrayList<>();
        private long acceptedRows;
        private long changedRows;
        private long unchangedRows;
        private long rejectedRows;
        private long warnedRows;

        Run(Path file, CsvFile csv, Sheet<T> sheet, Intake<T> intake, Consumer<RowFault> told, BooleanSupplier stop) {
            this.file = file;
            this.csv = csv;
            this.sheet = sheet;
            this.intake = intake;
            this.told = told;
            this.stop = stop;
        }

        ImportReport toEnd() throws IOException {
            Optional<CsvFile.Parsed<T>> next = csv.next(sheet, keys);
            boolean stopped = false;
            while (next.isPresent() && !stopped) {
                take(next.get());
                stopped = batch.size() == Intake.BATCH && !flush();
                next = csv.next(sheet, keys);
            }
            boolean whole = !stopped && flush();
            ImportReport report = new ImportReport(
                    sheet.name(),
                    acceptedRows,
                    changedRows,
                    unchangedRows,
                    rejectedRows,
                    warnedRows,
                    firstFaults,
                    csv.ignored(),
                    whole,
                    Duration.between(started, clock.instant()));
            if (whole) {
                tables.recordImport(String.valueOf(file.getFileName()), report);
            }
            return report;
        }

        private void take(CsvFile.Parsed<T> parsed) {
            if (parsed instanceof CsvFile.Parsed.Good<T> good) {
                Long before =
                        lines.putIfAbsent(intake.id(good.value()), good.place().line());
                if (before == null) {
                    batch.add(good);
                } else {
                    reject(good.place().fault("source_id", "is the same as in line " + before));
                }
            } else if (parsed instanceof CsvFile.Parsed.Bad<T> bad) {
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
                Intake.Outcome outcome = tables.unit().sql(connection -> intake.take(connection, batch));
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
