package pl.otwartagmina.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people who do the same at the same moment. */
final class AtOnce {
    private static final int THREADS = 16;

    private AtOnce() {}

    /** What came of each. */
    static <T> List<T> of(int people, IntFunction<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> all = IntStream.range(0, people)
                    .<Callable<T>>mapToObj(i -> () -> act.apply(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
