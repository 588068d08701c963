package pl.otwartagmina.service.payments.internal.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.DueSource;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;

/**
 * A source behind a fence: what throws or hangs there is no answer, and nothing worse. One that was too slow is left alone
 * for a while, so that not everybody who opens the list waits for it.
 */
final class FencedSource implements AutoCloseable {
    /** Dues of one party in one module. */
    static final int MOST = 200;

    /** Dues that one transfer may name. */
    private static final int MOST_CALLED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(FencedSource.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(15);
    /** A source that holds on to its questions holds so many threads and no more. */
    private static final int OPEN_QUESTIONS = 16;

    private final String id;
    private final long bundle;
    private final DueSource source;
    private final ExecutorService threads;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(OPEN_QUESTIONS);
    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean closed;

    FencedSource(String id, long bundle, DueSource source, ExecutorService threads, Clock clock) {
        this.id = id;
        this.bundle = bundle;
        this.source = source;
        this.threads = threads;
        this.clock = clock;
    }

    String id() {
        return id;
    }

    long bundle() {
        return bundle;
    }

    boolean is(DueSource other) {
        return source == other;
    }

    /** An answer to come. */
    @FunctionalInterface
    interface Question<T> {
        /** Waits for it; empty if none comes in time. */
        Optional<T> await();
    }

    Question<SoundDues> dues(PartyKey party) {
        return ask(() -> SoundDues.of(source.dues(party, MOST), party, MOST, this::complain));
    }

    Question<Optional<ModuleDue>> due(String due) {
        return ask(() -> source.due(due).filter(found -> found.id().equals(due)));
    }

    Question<List<ModuleDue>> called(Set<String> references) {
        return ask(() -> SoundDues.called(source.called(references), references, MOST_CALLED, this::complain));
    }

    Question<Booked> tell(Booked booked) {
        return ask(() -> {
            source.booked(booked);
            return booked;
        });
    }

    /** Once for each complaint, as long as the source is there: it would come with each look at a list. */
    private void complain(String complaint) {
        if (complaints.add(complaint)) {
            LOG.warn("The dues of {} are not all shown: {}", id, complaint);
        }
    }

    private <T> Question<T> ask(Callable<T> question) {
        if (clock.instant().isBefore(Objects.requireNonNull(restsUntil.get())) || !turns.tryAcquire()) {
            return Optional::empty;
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            Future<T> answer = threads.submit(() -> {
                try {
                    return question.call();
                } finally {
                    turns.release();
                }
            });
            running.add(answer);
            if (closed) {
                answer.cancel(true);
            }
            return () -> await(answer, end);
        } catch (RejectedExecutionException over) {
            turns.release();
            return Optional::empty;
        }
    }

    private <T> Optional<T> await(Future<T> answer, long end) {
        try {
            return Optional.of(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            restsUntil.set(clock.instant().plus(REST));
            LOG.warn("{} does not tell what is owed within {} s", id, LIMIT.toSeconds());
        } catch (ExecutionException failed) {
            LOG.warn("{} cannot tell what is owed, or take what was paid", id, failed.getCause());
        } catch (CancellationException gone) {
            LOG.debug("{} went while it was asked", id, gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            answer.cancel(true);
            running.remove(answer);
        }
        return Optional.empty();
    }

    /** Whoever waits for an answer gets none, and the module's code is left. */
    @Override
    public void close() {
        closed = true;
        running.forEach(question -> question.cancel(true));
    }
}
