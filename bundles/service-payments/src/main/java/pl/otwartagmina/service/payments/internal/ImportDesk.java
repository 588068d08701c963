package pl.otwartagmina.service.payments.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.csv.Reason;
import pl.otwartagmina.service.payments.internal.csv.RowFault;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.ImportReport;
import pl.otwartagmina.service.payments.internal.store.Imports;

/**
 * Takes files of the tax system from clerks. A file is kept in a folder that only the portal reads, imported while the clerk
 * goes on working, and deleted at once after that, because it holds PESEL numbers; its report, which holds none, stays until
 * the portal stops or ten others have come.
 */
@Component(service = ImportDesk.class)
public final class ImportDesk {
    /** Bytes of the largest file. */
    public static final long LARGEST = 512L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
    private static final int KEPT = 10;
    private static final int BATCH = 500;
    private static final int BUFFER = 64 * 1024;

    private final CsvImport importer;
    private final Imports imports;
    private final Deque<Run> runs = new ArrayDeque<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(job -> {
        Thread thread = new Thread(job, "payments-import");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ImportDesk(@Reference CsvImport importer, @Reference Imports imports) {
        this.importer = importer;
        this.imports = imports;
    }

    @Deactivate
    public void close() throws InterruptedException {
        latest().forEach(Run::stop);
        work.shutdown();
        if (!work.awaitTermination(10, TimeUnit.SECONDS)) {
            work.shutdownNow();
        }
        latest().forEach(Run::delete);
    }

    /** How an import stands. */
    public enum State {
        RUNNING("running"),
        DONE("done"),
        /** Stopped between two batches. */
        STOPPED("stopped"),
        /** None of our files, or another import is running. */
        REFUSED("refused"),
        FAILED("failed");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The word for it in message keys. */
        public String code() {
            return code;
        }
    }

    /** An import of this portal's run. */
    public static final class Run {
        private final Path folder;
        private final Path file;
        private final AuditRecord by;
        private volatile State state = State.RUNNING;
        private volatile long rows;
        private volatile boolean stopped;
        private volatile Optional<ImportReport> report = Optional.empty();

        private Run(Path folder, Path file, AuditRecord by) {
            this.folder = folder;
            this.file = file;
            this.by = by;
        }

        /** Name of the file. */
        public String name() {
            return String.valueOf(file.getFileName());
        }

        public State state() {
            return state;
        }

        /** How many rows were read so far, in whole batches. */
        public long rows() {
            return rows;
        }

        /** What was done; empty until it is, and where nothing was. */
        public Optional<ImportReport> report() {
            return report;
        }

        /** Stops it before the next batch; what is in stays, and the same file again completes it. */
        public void stop() {
            stopped = true;
        }

        /** All rows that were not taken. */
        public void faults(Consumer<RowFault> taker) throws IOException {
            if (!Files.exists(faults())) {
                return;
            }
            try (Stream<String> lines = Files.lines(faults())) {
                lines.map(line -> List.of(line.split("\t", -1)))
                        .map(parts -> new RowFault(
                                Long.parseLong(parts.get(0)),
                                parts.get(1),
                                new Reason(Reason.Sort.valueOf(parts.get(2)), parts.subList(3, parts.size()))))
                        .forEach(taker);
            }
        }

        private Path faults() {
            return folder.resolve("faults.txt");
        }

        private void delete() {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(faults());
                Files.deleteIfExists(folder);
            } catch (IOException failure) {
                LOG.warn("The files of an import stay in {}: {}", folder, failure.toString());
            }
        }
    }

    /** The last imports, the latest first. */
    public List<Run> latest() {
        synchronized (runs) {
            return List.copyOf(runs);
        }
    }

    /**
     * Tells whenever an import has gone on.
     *
     * @return ends it
     */
    public Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /**
     * Takes a file and imports it later. Returns as soon as the file is here.
     *
     * @param name as the clerk's computer has it
     * @param by who sends it
     * @return empty if it is too large; nothing is kept then
     */
    public Optional<Run> take(InputStream content, String name, AuditRecord by) throws IOException {
        Path folder = Files.createTempDirectory("payments-import");
        Run run = new Run(folder, folder.resolve(safe(name)), by);
        boolean whole = false;
        try {
            whole = copy(content, run.file, LARGEST);
        } finally {
            if (!whole) {
                run.delete();
            }
        }
        if (!whole) {
            return Optional.empty();
        }
        synchronized (runs) {
            runs.addFirst(run);
            runs.stream()
                    .skip(KEPT)
                    .filter(old -> old.state != State.RUNNING)
                    .toList()
                    .forEach(old -> {
                        runs.remove(old);
                        old.delete();
                    });
        }
        work.execute(() -> work(run));
        return Optional.of(run);
    }

    /** A name without a way to another folder. */
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\d ._-]", "_")
                .replaceFirst("^[. ]+", "");
        String some = last.length() > 100 ? last.substring(last.length() - 100) : last;
        return some.isBlank() || some.equals("faults.txt") ? "plik.csv" : some;
    }

    static boolean copy(InputStream content, Path file, long largest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                copied += read;
                if (copied > largest) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
        }
        return true;
    }

    private void work(Run run) {
        try (BufferedWriter faults = Files.newBufferedWriter(run.faults(), StandardCharsets.UTF_8)) {
            imports.begins(run.file, run.by);
            ImportReport report = importer.run(run.file, fault -> write(faults, fault), () -> stops(run));
            imports.ends(run.file, run.by, report);
            run.report = Optional.of(report);
            run.rows = report.rows();
            run.state = report.whole() ? State.DONE : State.STOPPED;
        } catch (ImportRefused refused) {
            imports.fails(run.file, run.by);
            run.state = State.REFUSED;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("An import was broken off: {}", failure.toString());
            run.state = State.FAILED;
        } finally {
            discard(run);
            tell();
        }
    }

    private static void discard(Run run) {
        try {
            Files.deleteIfExists(run.file);
        } catch (IOException failure) {
            LOG.warn("A file of taxpayers stays in {}: {}", run.folder, failure.toString());
        }
    }

    /** Asked before each batch. */
    private boolean stops(Run run) {
        run.rows = run.rows + BATCH;
        tell();
        return run.stopped;
    }

    private static void write(BufferedWriter out, RowFault fault) {
        try {
            List<String> parts = new ArrayList<>(List.of(
                    String.valueOf(fault.line()),
                    fault.column(),
                    fault.reason().sort().name()));
            parts.addAll(fault.reason().arguments());
            out.write(String.join("\t", parts) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }
}
