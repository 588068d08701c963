package pl.otwartagmina.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.data.Unit;
import pl.otwartagmina.api.data.UnitDefinition;
import pl.otwartagmina.api.mail.Letter;
import pl.otwartagmina.api.mail.MailCarrier;
import pl.otwartagmina.api.mail.MailRefused;
import pl.otwartagmina.api.mail.MailUnavailable;
import pl.otwartagmina.api.mail.Post;

/**
 * The transactional outbox. A letter is a row of the transaction that wrote it; a thread of its own hands the rows to the
 * carrier, again and again, with growing pauses, for three days. Without a carrier letters wait.
 */
@Component(service = {Post.class, Outbox.class})
public final class Outbox implements Post {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(3);
    private static final Duration GIVE_UP = Duration.ofDays(3);
    private static final Duration KEEP = Duration.ofDays(30);
    private static final int MOST_DOUBLINGS = 20;

    private final Unit unit;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "outbox");
        thread.setDaemon(true);
        return thread;
    });

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable MailCarrier carrier;

    /**
     * A letter as the operator sees it.
     *
     * @param state {@code WAITING}, {@code SENT} or {@code REFUSED}
     * @param trouble why it has not left yet; empty for none
     */
    public record Entry(
            Instant writtenAt,
            String recipient,
            String subject,
            String state,
            int attempts,
            Instant nextAt,
            String trouble) {}

    @Activate
    public Outbox(@Reference Database database, @Reference Clock clock) {
        this(database.open(UnitDefinition.of("outbox", Outbox.class)), clock);
        timer.scheduleWithFixedDelay(this::deliverOrTell, 1, 1, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
    }

    Outbox(Unit unit, Clock clock) {
        this.unit = unit;
        this.clock = clock;
    }

    @Deactivate
    void close() throws InterruptedException {
        timer.shutdownNow();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A mail server has not answered in time; the letter leaves again after the next start");
        }
        unit.close();
    }

    void carrier(MailCarrier now) {
        carrier = now;
    }

    @Override
    public void send(Unit sender, Letter letter) {
        sender.sql(connection -> Letters.insert(connection, letter, clock.instant()));
    }

    /** The latest letters, the newest first. */
    public List<Entry> latest(int limit) {
        return unit.sql(connection -> Letters.latest(connection, limit));
    }

    /** Writes a letter of the operator's own. */
    public void send(Letter letter) {
        send(unit, letter);
    }

    private void deliverOrTell() {
        try {
            deliver();
        } catch (RuntimeException failure) {
            LOG.warn("Letters could not be sent; tried again in a second: {}", failure.toString());
        }
    }

    /** Hands over whatever is due. */
    void deliver() {
        MailCarrier now = carrier;
        if (now == null) {
            return;
        }
        for (Letters.Due due : unit.<List<Letters.Due>>sql(c -> Letters.due(c, clock.instant(), BATCH))) {
            if (unit.<Boolean>sql(c -> Letters.claim(c, due, clock.instant().plus(LEASE)))) {
                deliver(now, due);
            }
        }
    }

    private void deliver(MailCarrier now, Letters.Due due) {
        try {
            now.carry(due.letter());
            unit.sql(c -> Letters.end(c, due.id(), "SENT", ""));
        } catch (MailUnavailable later) {
            postpone(due, String.valueOf(later.getMessage()));
        } catch (MailRefused never) {
            unit.sql(c -> Letters.end(c, due.id(), "REFUSED", String.valueOf(never.getMessage())));
        } catch (RuntimeException bug) {
            LOG.error("The mail carrier failed", bug);
            postpone(due, bug.toString());
        }
    }

    private void postpone(Letters.Due due, String trouble) {
        Instant now = clock.instant();
        if (now.isAfter(due.writtenAt().plus(GIVE_UP))) {
            unit.sql(c -> Letters.end(c, due.id(), "REFUSED", "Given up after three days: " + trouble));
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(due.attempts(), MOST_DOUBLINGS));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        unit.sql(c -> Letters.postpone(c, due.id(), next, trouble));
    }

    private void forget() {
        try {
            unit.sql(c -> Letters.forget(c, clock.instant().minus(KEEP)));
        } catch (RuntimeException failure) {
            LOG.warn("Old letters could not be forgotten: {}", failure.toString());
        }
    }
}
