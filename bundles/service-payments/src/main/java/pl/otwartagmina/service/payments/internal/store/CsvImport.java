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
    private static final int BATCH = 500;

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
     * @param rejected told of each row that is not taken, as it comes
     * @param stop asked before each batch
     * @throws ImportRefused if the file is none of ours, or another import is running
     */
    public ImportReport run(Path file, Consumer<RowFault> rejected, BooleanSupplier stop)
            throws IOException, ImportRefused {
        if (!running.tryLock()) {
            throw new ImportRefused("Another import is running; wait until it has finished.");
        }
        try (CsvFile csv = CsvFile.open(file)) {
            Sheet<?> sheet = csv.sheet();
            if (sheet == Sheet.DUES) {
                return new Run<>(file, csv, Sheet.DUES, Table.DUES, rejected, stop).toEnd();
            }
            if (sheet == Sheet.PAYMENTS) {
                return new Run<>(file, csv, Sheet.PAYMENTS, Table.PAYMENTS, rejected, stop).toEnd();
            }
            return new Run<>(file, csv, Sheet.COMPONENTS, Table.COMPONENTS, rejected, stop).toEnd();
        } finally {
            running.unlock();
        }
    }

    /** One file on its way into one table. */
    private final class Run<T> {
        private final Path file;
        private final CsvFile csv;
        private final Sheet<T> sheet;
        private final Table<T> table;
        private final Consumer<RowFault> rejected;
        private final BooleanSupplier stop;
        private final Instant started = clock.instant();
        private final Map<String, Long> lines = new HashMap<>();
        private final List<T> batch = new ArrayList<>(BATCH);
        private final List<RowFault> firstFaults = new ArrayList<>();
        private long acceptedRows;
        private long changedRows;
        private long unchangedRows;
        private long rejectedRows;

        Run(Path file, CsvFile csv, Sheet<T> sheet, Table<T> table, Consumer<RowFault> rejected, BooleanSupplier stop) {
            this.file = file;
            this.csv = csv;
            this.sheet = sheet;
            this.table = table;
            this.rejected = rejected;
            this.stop = stop;
        }

        ImportReport toEnd() throws IOException {
            Optional<CsvFile.Parsed<T>> next = csv.next(sheet, keys);
            boolean stopped = false;
            while (next.isPresent() && !stopped) {
                take(next.get());
                stopped = batch.size() == BATCH && !flush();
                next = csv.next(sheet, keys);
            }
            boolean whole = !stopped && flush();
            ImportReport report = new ImportReport(
                    sheet.name(),
                    acceptedRows,
                    changedRows,
                    unchangedRows,
                    rejectedRows,
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
                String id = (String) table.values().apply(good.value()).get(0);
                Long before = lines.putIfAbsent(id, good.line());
                if (before == null) {
                    batch.add(good.value());
                } else {
                    reject(new RowFault(good.line(), "source_id", "is the same as in line " + before));
                }
            } else if (parsed instanceof CsvFile.Parsed.Bad<T> bad) {
                reject(bad.fault());
            }
        }

        private void reject(RowFault fault) {
            rejectedRows++;
            if (firstFaults.size() < ImportReport.FIRST_FAULTS) {
                firstFaults.add(fault);
            }
            rejected.accept(fault);
        }

        /** Writes the batch, unless the import is to stop. */
        private boolean flush() {
            if (stop.getAsBoolean()) {
                return false;
            }
            if (!batch.isEmpty()) {
                Table.Written written = tables.write(table, batch, BATCH);
                acceptedRows += written.accepted();
                changedRows += written.changed();
                unchangedRows += written.unchanged();
                batch.clear();
            }
            return true;
        }
    }
}
