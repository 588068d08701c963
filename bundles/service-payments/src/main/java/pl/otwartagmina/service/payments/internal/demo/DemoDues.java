package pl.otwartagmina.service.payments.internal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.value.Pesel;
import pl.otwartagmina.service.payments.internal.csv.ImportRefused;
import pl.otwartagmina.service.payments.internal.store.CsvImport;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.ImportReport;

/**
 * Fills the tables of the demo profile once, through the importer. It works on a thread of its own, so the portal does
 * not wait; stopped in the middle, it goes on at the next start.
 */
@Component(
        configurationPid = DemoDues.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = {})
@Designate(ocd = DemoDues.Config.class)
public final class DemoDues {
    static final String PID = "pl.otwartagmina.payments.demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoDues.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

    private final DuesTables tables;
    private final CsvImport importer;
    private final Config config;
    private final Thread thread;
    private volatile boolean stopped;

    /** Configuration of the demo data; without it there are none. */
    @ObjectClassDefinition(name = "Demo dues")
    public @interface Config {
        @AttributeDefinition(description = "PESEL of the person behind the demo account")
        String pesel() default "02211307589";

        @AttributeDefinition(description = "How many taxpayers the invented gmina has")
        int taxpayers() default Modrzewiny.TAXPAYERS;
    }

    @Activate
    public DemoDues(@Reference DuesTables tables, @Reference CsvImport importer, Config config) {
        this.tables = tables;
        this.importer = importer;
        this.config = config;
        this.thread = new Thread(this::fill, "payments-demo");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        // not interrupted: an interrupt in the middle of a write closes Derby's files
        stopped = true;
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        thread.join(PATIENCE);
    }

    private void fill() {
        try {
            // the last of the files: if it was read to its end, so were the others
            if (!tables.imported(Modrzewiny.LAST_FILE)) {
                Path folder = Files.createTempDirectory("payments-demo");
                try {
                    importAll(Modrzewiny.write(
                            folder, LocalDate.now(tables.clock()), new Pesel(config.pesel()), config.taxpayers()));
                } finally {
                    remove(folder);
                }
            }
        } catch (IOException | ImportRefused | RuntimeException e) {
            LOG.error("The demo dues could not be imported", e);
        }
    }

    private void importAll(List<Path> files) throws IOException, ImportRefused {
        for (Path file : files) {
            ImportReport report = importer.run(file, fault -> LOG.error("Demo data: {}", fault), () -> stopped);
            LOG.info(
                    "Demo data: {} {} in {} ms",
                    report.rows(),
                    report.sheet(),
                    report.took().toMillis());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
