package pl.otwartagmina.shell.internal.modules;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the shell and the code of one module: what throws or hangs behind it becomes a {@link Trouble} of that
 * module and nothing else.
 *
 * <p>Questions to the module ({@link #ask}) run on at most two threads of its own. Screens are made on the thread of the
 * request ({@link #enter}), because Flow wants that; there a watchdog interrupts what takes too long, and nobody else is
 * let in until the module's check passes again.
 */
public final class Fence implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING = 64;

    private final String module;
    private final Clock clock;
    private final Duration limit;
    private final ScheduledExecutorService watchdog;
    private final ThreadPoolExecutor threads;
    private final Runnable changed;
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Trouble trouble;

    /**
     * @param limit how long anything behind the fence may take
     * @param watchdog shared by all fences
     * @param changed told when trouble comes or goes
     */
    public Fence(String module, Clock clock, Duration limit, ScheduledExecutorService watchdog, Runnable changed) {
        this.module = module;
        this.clock = clock;
        this.limit = limit;
        this.watchdog = watchdog;
        this.changed = changed;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), runnable -> {
                    Thread thread = new Thread(runnable, "module-" + module);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** What is wrong now. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Asks the module on a thread of its own; the answer fails with {@link ModuleUnavailable} at the latest after the limit. */
    public <T> CompletableFuture<T> ask(Callable<T> question) {
        return ask(question, limit);
    }

    /** The same with a limit of its own. */
    <T> CompletableFuture<T> ask(Callable<T> question, Duration limit) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Future<?> running;
        try {
            running = threads.submit(() -> {
                try {
                    answer.complete(question.call());
                } catch (Throwable thrown) { // NOPMD whatever a module throws stays here
                    answer.completeExceptionally(failed(thrown));
                }
            });
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new ModuleUnavailable(module, "busy", full));
        }
        Future<?> alarm = watchdog.schedule(
                () -> {
                    if (!answer.isDone() && answer.completeExceptionally(hung(limit))) {
                        running.cancel(true);
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        open.add(answer);
        if (threads.isShutdown()) {
            // closed since: nobody else would answer
            answer.completeExceptionally(new ModuleUnavailable(module, "switched off"));
        }
        answer.whenComplete((value, thrown) -> {
            alarm.cancel(false);
            open.remove(answer);
        });
        return answer;
    }

    /**
     * Runs on the thread of the caller.
     *
     * @throws ModuleUnavailable if it throws, takes too long, or hung before and has not recovered
     */
    public <T> T enter(Supplier<T> work) {
        Trouble known = trouble;
        if (known != null && known.hanging()) {
            throw new ModuleUnavailable(module, known.reason());
        }
        Stay stay = new Stay(Thread.currentThread());
        Future<?> alarm =
                watchdog.schedule(() -> stay.expire(() -> hung(limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            T result = work.get();
            if (!stay.leave()) {
                throw new ModuleUnavailable(module, "took too long");
            }
            healedFromThrowing();
            return result;
        } catch (ModuleUnavailable already) {
            throw already;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            if (!stay.leave()) {
                throw new ModuleUnavailable(module, "took too long", thrown);
            }
            throw failed(thrown);
        } finally {
            stay.leave();
            alarm.cancel(false);
        }
    }

    /** The module answered its check, or the operator says that the cause was mended. */
    public void heal() {
        if (trouble != null) {
            trouble = null;
            changed.run();
        }
    }

    private void healedFromThrowing() {
        Trouble known = trouble;
        if (known != null && !known.hanging()) {
            heal();
        }
    }

    private ModuleUnavailable failed(Throwable thrown) {
        String reason =
                thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
        mark(reason, false);
        return new ModuleUnavailable(module, reason, thrown);
    }

    private ModuleUnavailable hung(Duration limit) {
        String reason = "no answer within " + limit.toSeconds() + " s";
        mark(reason, true);
        return new ModuleUnavailable(module, reason);
    }

    private void mark(String reason, boolean hanging) {
        Trouble known = trouble;
        trouble = new Trouble(known == null ? clock.instant() : known.since(), reason, hanging);
        if (known == null || known.hanging() != hanging) {
            changed.run();
        }
    }

    /** Interrupts what still runs behind it; whoever waits for an answer is told that none will come. */
    @Override
    public void close() {
        threads.shutdownNow();
        open.forEach(answer -> answer.completeExceptionally(new ModuleUnavailable(module, "switched off")));
    }

    /** One visit behind the fence; either it leaves in time or the watchdog interrupts it, never both. */
    private static final class Stay {
        private final Thread visitor;
        private boolean over;
        private boolean interrupted;

        Stay(Thread visitor) {
            this.visitor = visitor;
        }

        /** Interrupts the visitor if it is still there; whoever sees the interrupt finds {@code known} done. */
        synchronized void expire(Runnable known) {
            if (!over) {
                interrupted = true;
                known.run();
                visitor.interrupt();
            }
        }

        /** @return whether it was in time */
        synchronized boolean leave() {
            if (!over) {
                over = true;
                if (interrupted) {
                    // the flag was meant for the module, not for the request that goes on
                    Thread.interrupted();
                }
            }
            return !interrupted;
        }
    }
}
