package pl.otwartagmina.service.payments.internal.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at the same moment. */
public final class AtOnce {
    private static final int THREADS = 8;

    private AtOnce() {}

    /** The same, so many times. */
    public static <T> List<T> run(int times, Callable<T> work) throws Exception {
        return run(Collections.nCopies(times, work));
    }

    /** All of them; what each gave. */
    public static <T> List<T> run(List<Callable<T>> works) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> answer : people.invokeAll(works)) {
                results.add(answer.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
