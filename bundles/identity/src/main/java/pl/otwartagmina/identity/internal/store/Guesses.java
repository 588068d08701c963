package pl.otwartagmina.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.data.DatabaseUnavailable;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.identity.internal.GuessRule;
import pl.otwartagmina.identity.internal.GuessRule.Standing;

/**
 * Counts guesses at passwords, in the database, so that a restart forgives nothing. A guess is counted before it is
 * looked at: of a thousand at the same moment only as many are looked at as the rule lets through.
 *
 * <p>Who has to wait is also kept in memory until then, and so is the name that was typed: a flood of guesses at one
 * account, or from one address, costs no connections to the database. How many there are in all is counted in memory only;
 * a restart gives a flood no more than one bucket.
 */
@Component(service = Guesses.class)
public final class Guesses {
    private static final Duration FORGETTING = Duration.ofHours(1);
    private static final int STRIPES = 64;
    private static final int WAITING_AT_MOST = 100_000;

    private final IdentityTables tables;
    private final Map<String, Instant> waiting = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private final AtomicReference<Standing> all;
    private volatile Instant forgetAt = Instant.MIN;
    private final Object[] stripes = new Object[STRIPES];

    @Activate
    public Guesses(@Reference IdentityTables tables) {
        this.tables = tables;
        this.all = new AtomicReference<>(new Standing(0, Instant.EPOCH));
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    /**
     * Counts a guess as failed and lets it through, or tells how long it has to wait.
     *
     * @param subject of at most 64 characters: whose password, or from where
     * @return the wait, empty if it may be looked at now
     */
    public Optional<Duration> admit(String subject, GuessRule rule) {
        Instant now = tables.clock().instant();
        forget(now);
        Optional<Duration> known = known(subject, now);
        if (known.isPresent()) {
            return known;
        }
        // one at a time: the others would only hold connections
        synchronized (stripes[Math.floorMod(subject.hashCode(), STRIPES)]) {
            return known(subject, now).or(() -> ask(subject, rule, now));
        }
    }

    /**
     * As {@link #admit}, and keeps in mind that a name stands for this subject if it has to wait.
     *
     * @param name as it was typed, as a pseudonym; to be asked for with {@link #waitOf}
     */
    public Optional<Duration> admit(String subject, String name, GuessRule rule) {
        Optional<Duration> wait = admit(subject, rule);
        if (wait.isPresent() && subjects.size() < WAITING_AT_MOST) {
            subjects.put(name, subject);
        }
        return wait;
    }

    /** How long the subject that was asked for by this name has to wait, as far as memory tells. */
    public Optional<Duration> waitOf(String name) {
        return Optional.ofNullable(subjects.get(name))
                .flatMap(subject -> known(subject, tables.clock().instant()));
    }

    /** Counts a guess, whoever's and from wherever: the wait, empty if it may be looked at now. */
    public Optional<Duration> admit(GuessRule.Bucket everybody) {
        Instant now = tables.clock().instant();
        while (true) {
            Standing before = Objects.requireNonNull(all.get());
            Optional<Standing> next = everybody.next(before, now);
            if (next.isEmpty()) {
                return Optional.of(everybody.wait(before, now));
            }
            if (all.compareAndSet(before, next.get())) {
                return Optional.empty();
            }
        }
    }

    /** The guess was right, so it was none of those that are counted over everybody. */
    public void succeeded(GuessRule.Bucket everybody) {
        all.updateAndGet(before -> everybody.afterSuccess(before).orElse(before));
    }

    /** The guess was right. */
    public void succeeded(String subject, GuessRule rule) {
        boolean done = false;
        while (!done) {
            Optional<Standing> before = tables.unit().sql(connection -> read(connection, subject));
            Optional<Standing> after = before.flatMap(rule::afterSuccess);
            done = before.isEmpty() || (after.isEmpty() ? delete(subject) : update(subject, before.get(), after.get()));
        }
        waiting.remove(subject);
    }

    private boolean delete(String subject) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_guess WHERE subject = ?")) {
                delete.setString(1, subject);
                delete.executeUpdate();
                return true;
            }
        });
    }

    private Optional<Duration> known(String subject, Instant now) {
        return Optional.ofNullable(waiting.get(subject))
                .map(until -> Duration.between(now, until))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    private Optional<Duration> ask(String subject, GuessRule rule, Instant now) {
        while (true) {
            Optional<Standing> before = tables.unit().sql(connection -> read(connection, subject));
            Optional<Standing> next = before.isEmpty() ? Optional.of(rule.first(now)) : rule.next(before.get(), now);
            if (next.isEmpty()) {
                Duration wait = rule.wait(before.get(), now);
                remember(subject, now, wait);
                return Optional.of(wait);
            }
            // another node of the portal may have counted meanwhile
            if (before.isEmpty() ? insert(subject, next.get()) : update(subject, before.get(), next.get())) {
                return Optional.empty();
            }
        }
    }

    private void remember(String subject, Instant now, Duration wait) {
        if (waiting.size() >= WAITING_AT_MOST) {
            waiting.values().removeIf(until -> !until.isAfter(now));
            subjects.values().retainAll(waiting.keySet());
        }
        if (waiting.size() < WAITING_AT_MOST) {
            waiting.put(subject, now.plus(wait));
        }
    }

    private static Optional<Standing> read(Connection connection, String subject) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT failures, free_at FROM identity_guess WHERE subject = ?")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Standing(row.getInt(1), Moments.get(row, 2).orElseThrow()))
                        : Optional.empty();
            }
        }
    }

    /** Names that somebody tried long ago say nothing any more. */
    private void forget(Instant now) {
        if (now.isBefore(forgetAt)) {
            return;
        }
        forgetAt = now.plus(FORGETTING);
        tables.unit().sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM identity_guess WHERE free_at < ?")) {
                Moments.set(delete, 1, now.minus(GuessRule.MEMORY));
                return delete.executeUpdate();
            }
        });
    }

    private boolean insert(String subject, Standing next) {
        try {
            return tables.unit().sql(connection -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO identity_guess VALUES (?, ?, ?)")) {
                    insert.setString(1, subject);
                    insert.setInt(2, next.failures());
                    Moments.set(insert, 3, next.freeAt());
                    return insert.executeUpdate() == 1;
                }
            });
        } catch (DatabaseUnavailable failure) {
            if (NameTaken.isBehind(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private boolean update(String subject, Standing before, Standing next) {
        return tables.unit().sql(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE identity_guess SET failures = ?,"
                    + " free_at = ? WHERE subject = ? AND failures = ? AND free_at = ?")) {
                update.setInt(1, next.failures());
                Moments.set(update, 2, next.freeAt());
                update.setString(3, subject);
                update.setInt(4, before.failures());
                Moments.set(update, 5, before.freeAt());
                return update.executeUpdate() == 1;
            }
        });
    }
}
