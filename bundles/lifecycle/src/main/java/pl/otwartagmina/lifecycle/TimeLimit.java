package pl.otwartagmina.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/** Runs a module's code on a thread that can be given up. */
final class TimeLimit {
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);

    private TimeLimit() {}

    /** Work with bundles. */
    @FunctionalInterface
    interface Work {
        void run() throws BundleException;
    }

    /** The time is up; the thread was interrupted. */
    static final class Exceeded extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether the work came to an end once it was interrupted. */
        private final boolean ended;

        Exceeded(boolean ended) {
            super("Time limit exceeded");
            this.ended = ended;
        }

        boolean ended() {
            return ended;
        }
    }

    /**
     * Waits for the work to end, at most so long.
     *
     * @throws Exceeded if it takes longer, or the operator interrupts
     * @throws ExecutionException if it fails
     */
    static void run(String name, Duration limit, Work work) throws Exceeded, ExecutionException {
        CountDownLatch ended = new CountDownLatch(1);
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                work.run();
            } finally {
                ended.countDown();
            }
            return true;
        });
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(TimeLimit.class.getClassLoader());
        thread.start();
        try {
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Exceeded(awaits(ended));
        } catch (InterruptedException e) {
            task.cancel(true);
            boolean done = awaits(ended);
            Thread.currentThread().interrupt();
            throw new Exceeded(done);
        }
    }

    private static boolean awaits(CountDownLatch ended) {
        try {
            return ended.await(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
