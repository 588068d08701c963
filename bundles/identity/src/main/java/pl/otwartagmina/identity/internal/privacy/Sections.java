package pl.otwartagmina.identity.internal.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.privacy.PrivacySection;

/**
 * The sections of all modules that are there now. Each is asked on a thread of its own and for a limited time; one that throws
 * or hangs is missing from the answers and does no more harm than that.
 */
@Component(service = Sections.class)
public final class Sections {
    /** How many questions a section may have open; one that hangs holds so many threads and is asked no more. */
    private static final int OPEN_QUESTIONS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Sections.class);

    private final Translations translations;
    private final Map<String, Present> present =
            new ConcurrentSkipListMap<>(Comparator.comparing((String module) -> !module.equals(AccountSection.MODULE))
                    .thenComparing(Comparator.naturalOrder()));
    private final ExecutorService threads = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "privacy-section");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What came of asking a section.
     *
     * @param title of the section; where it did not answer, of its module
     * @param value empty where it did not answer
     */
    public record Answer<T>(String module, String title, Optional<T> value) {}

    private record Present(PrivacySection section, Semaphore turns) {}

    private record Asked<T>(String module, Optional<Future<Answer<T>>> running) {}

    @Activate
    public Sections(@Reference Translations translations) {
        this.translations = translations;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(PrivacySection section) {
        present.put(section.module(), new Present(section, new Semaphore(OPEN_QUESTIONS)));
    }

    void remove(PrivacySection section) {
        present.values().removeIf(one -> one.section() == section);
    }

    /** Asks all at the same time: identity first among the answers, the others by the ids of their modules. */
    <T> List<Answer<T>> ask(Locale language, Duration limit, Function<PrivacySection, T> question) {
        List<Asked<T>> asked = new ArrayList<>();
        present.forEach((module, one) -> asked.add(new Asked<>(module, begin(module, one, language, question))));
        long end = System.nanoTime() + limit.toNanos();
        return asked.stream()
                .map(one -> one.running()
                        .flatMap(running -> await(one.module(), running, end))
                        .orElseGet(() ->
                                new Answer<>(one.module(), moduleTitle(language, one.module()), Optional.empty())))
                .toList();
    }

    private String moduleTitle(Locale language, String module) {
        String key = module + ".title";
        String title = translations.text(language, key);
        return title.equals(key) ? module : title;
    }

    private <T> Optional<Future<Answer<T>>> begin(
            String module, Present one, Locale language, Function<PrivacySection, T> question) {
        if (!one.turns().tryAcquire()) {
            LOG.warn("The privacy section of {} was not asked: it owes {} answers", module, OPEN_QUESTIONS);
            return Optional.empty();
        }
        return Optional.of(threads.submit(() -> {
            try {
                return new Answer<>(module, one.section().title(language), Optional.of(question.apply(one.section())));
            } finally {
                one.turns().release();
            }
        }));
    }

    private static <T> Optional<Answer<T>> await(String module, Future<Answer<T>> running, long end) {
        try {
            return Optional.of(running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            running.cancel(true);
            LOG.warn("The privacy section of {} does not answer", module);
        } catch (ExecutionException failed) {
            LOG.warn("The privacy section of {} failed", module, failed.getCause());
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
