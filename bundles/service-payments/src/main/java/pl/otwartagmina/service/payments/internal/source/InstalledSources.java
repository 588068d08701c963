package pl.otwartagmina.service.payments.internal.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.dues.Booked;
import pl.otwartagmina.api.dues.DueSource;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.lifecycle.ModuleWatch;
import pl.otwartagmina.service.payments.internal.DueOrigin;

/**
 * Sources come and go with their bundles. One counts while the portal shows its module, and shows it from the same bundle:
 * so nobody contributes in the name of another, of two versions the one that is shown is asked, and its texts are there.
 */
@Component(service = DueSources.class)
public final class InstalledSources implements DueSources {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledSources.class);
    /** What OSGi tells of each service: the bundle that registered it. */
    private static final String BUNDLE = "service.bundleid";

    private final ModuleWatch modules;
    private final Clock clock;
    private final Runnable unwatch;
    private final List<FencedSource> arrived = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Of whom those who watch know; only the thread that tells them looks at it. */
    private List<FencedSource> told = List.of();

    private final ExecutorService threads = Executors.newCachedThreadPool(named("payments-source"));
    /** Browsers are told one after the other, and nobody who brings a module waits for them. */
    private final ExecutorService telling = Executors.newSingleThreadExecutor(named("payments-sources"));

    @Activate
    public InstalledSources(@Reference ModuleWatch modules, @Reference Clock clock) {
        this.modules = modules;
        this.clock = clock;
        this.unwatch = modules.onChange(this::changed);
    }

    @Deactivate
    public void close() {
        unwatch.run();
        telling.shutdownNow();
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DueSource source, Map<String, Object> properties) {
        String id = source.id();
        if (id.equals(DueOrigin.IMPORTED)) {
            LOG.error("Dues of {} are the tax system's: a source of that name is passed over", id);
            return;
        }
        long bundle = (Long) Objects.requireNonNull(properties.get(BUNDLE), BUNDLE);
        arrived.add(new FencedSource(id, bundle, source, threads, clock));
        changed();
    }

    void remove(DueSource source) {
        for (FencedSource one : arrived) {
            if (one.is(source)) {
                arrived.remove(one);
                one.close();
                changed();
            }
        }
    }

    private void changed() {
        try {
            telling.execute(this::tellOfChange);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nobody is told any more", closed);
        }
    }

    /** A module that comes is heard of twice, as a bundle and when it is shown: nobody reloads for the first. */
    private void tellOfChange() {
        Collection<FencedSource> now = live().values();
        if (!List.copyOf(now).equals(told)) {
            told = List.copyOf(now);
            listeners.forEach(InstalledSources::run);
        }
    }

    private static void run(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failure) {
            LOG.warn("Somebody who watches sources of dues failed: {}", failure.toString());
        }
    }

    @Override
    public Runnable watch(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private Map<String, FencedSource> live() {
        Map<String, FencedSource> live = new TreeMap<>();
        arrived.stream()
                .filter(source -> modules.shows(source.id(), source.bundle()))
                .forEach(source -> live.putIfAbsent(source.id(), source));
        return live;
    }

    private Optional<FencedSource> live(String id) {
        return Optional.ofNullable(live().get(id));
    }

    @Override
    public List<String> present() {
        return List.copyOf(live().keySet());
    }

    @Override
    public Answers ask(PartyKey party) {
        Map<String, FencedSource.Question<SoundDues>> questions = new TreeMap<>();
        live().forEach((id, source) -> questions.put(id, source.dues(party)));
        Map<String, List<ModuleDue>> dues = new HashMap<>();
        Set<String> missing = new HashSet<>();
        questions.forEach((id, question) -> {
            Optional<SoundDues> answer = question.await();
            if (answer.filter(SoundDues::isWhole).isEmpty()) {
                missing.add(id);
            }
            answer.map(SoundDues::dues).filter(some -> !some.isEmpty()).ifPresent(some -> dues.put(id, some));
        });
        return new Answers(dues, missing);
    }

    @Override
    public Optional<ModuleDue> find(String source, String due) {
        return live(source).flatMap(one -> one.due(due).await()).flatMap(found -> found);
    }

    @Override
    public List<SourcedDue> called(Set<String> references) {
        Map<String, FencedSource.Question<List<ModuleDue>>> questions = new TreeMap<>();
        live().forEach((id, source) -> questions.put(id, source.called(references)));
        List<SourcedDue> called = new ArrayList<>();
        questions.forEach((id, question) ->
                question.await().ifPresent(dues -> dues.forEach(due -> called.add(new SourcedDue(id, due)))));
        return called;
    }

    @Override
    public boolean tell(String source, Booked booked) {
        return live(source).flatMap(one -> one.tell(booked).await()).isPresent();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
