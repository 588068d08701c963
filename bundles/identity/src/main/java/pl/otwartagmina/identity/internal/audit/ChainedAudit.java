package pl.otwartagmina.identity.internal.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.identity.internal.Hmac;
import pl.otwartagmina.identity.internal.SecretFile;
import pl.otwartagmina.identity.internal.audit.AuditTables.Kept;
import pl.otwartagmina.identity.internal.audit.AuditTables.Link;
import pl.otwartagmina.identity.internal.audit.AuditTables.Seal;
import pl.otwartagmina.identity.internal.store.IdentityTables;

/**
 * Keeps records in the transaction of the act and seals them every second. Sealed within the act itself, acts of the whole
 * portal would have to wait for each other.
 */
@Component(service = {Audit.class, ChainedAudit.class})
public final class ChainedAudit implements Audit {
    private static final Logger LOG = LoggerFactory.getLogger(ChainedAudit.class);
    private static final int BATCH = 500;

    private final IdentityTables tables;
    private final Clock clock;
    private final Sealing sealing;
    private final Anchor anchor;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "audit-seal");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ChainedAudit(BundleContext context, @Reference IdentityTables tables) {
        this(
                tables,
                new Sealing(Hmac.ofFile(SecretFile.standardPlace(context, "audit.key"))),
                new Anchor(SecretFile.standardPlace(context, "audit.anchor")));
        timer.scheduleWithFixedDelay(this::sealOrTell, 1, 1, TimeUnit.SECONDS);
    }

    ChainedAudit(IdentityTables tables, Sealing sealing, Anchor anchor) {
        this.tables = tables;
        this.clock = tables.clock();
        this.sealing = sealing;
        this.anchor = anchor;
    }

    @Deactivate
    public void close() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            timer.shutdownNow();
        }
    }

    @Override
    public void record(Unit unit, AuditRecord act) {
        unit.sql(connection -> AuditTables.insert(connection, clock.instant().truncatedTo(ChronoUnit.MICROS), act));
    }

    private void sealOrTell() {
        try {
            seal();
        } catch (RuntimeException failure) {
            LOG.warn("Audit records could not be sealed; tried again in a second: {}", failure.toString());
        }
    }

    /** Seals all that was committed. */
    public synchronized void seal() {
        while (sealSome() == BATCH) {
            // more may be left
        }
    }

    private int sealSome() {
        List<Seal> made = tables.unit().sql(connection -> {
            List<Seal> links = new ArrayList<>();
            Optional<Seal> last = AuditTables.last(connection);
            long number = last.map(Seal::number).orElse(0L);
            String value = last.map(Seal::value).orElse("");
            for (Kept record : AuditTables.unsealed(connection, BATCH)) {
                Seal next = sealing.next(number, value, record);
                links.add(next);
                number = next.number();
                value = next.value();
            }
            AuditTables.insert(connection, links);
            return links;
        });
        if (!made.isEmpty()) {
            anchor.keep(made.get(made.size() - 1));
        }
        return made.size();
    }

    /** Follows the chain from its beginning; every record that has come in until now is sealed before. */
    public synchronized Verdict verify() {
        seal();
        List<String> faults = new ArrayList<>();
        long number = 0;
        String value = "";
        List<Link> links = links(0);
        while (!links.isEmpty()) {
            for (Link link : links) {
                for (long missing = number + 1; missing < link.seal().number(); missing++) {
                    faults.add("seal " + missing + " is missing");
                }
                judge(link, number, value).ifPresent(faults::add);
                number = link.seal().number();
                value = link.seal().value();
            }
            links = links(number);
        }
        anchor.faultOf(number, value).ifPresent(faults::add);
        return new Verdict(number, List.copyOf(faults));
    }

    private List<Link> links(long after) {
        return tables.unit().sql(connection -> AuditTables.links(connection, after, BATCH));
    }

    private Optional<String> judge(Link link, long numberBefore, String sealBefore) {
        if (link.record().isEmpty()) {
            return Optional.of(
                    "record " + link.seal().record() + " (seal " + link.seal().number() + ") is missing");
        }
        // after a gap the number to be sealed is the one that is written here
        boolean whole = numberBefore + 1 == link.seal().number();
        Seal expected =
                sealing.next(link.seal().number() - 1, sealBefore, link.record().get());
        return !whole || expected.value().equals(link.seal().value())
                ? Optional.empty()
                : Optional.of("record " + link.seal().record() + " (seal "
                        + link.seal().number() + ", " + link.record().get().at() + ") was changed");
    }

    /**
     * What following the chain has found.
     *
     * @param sealed number of the last seal
     * @param faults what was changed or is missing, in order; none in a sound trail
     */
    public record Verdict(long sealed, List<String> faults) {}
}
