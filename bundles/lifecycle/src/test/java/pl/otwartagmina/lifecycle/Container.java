package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** A real Felix with a real component runtime, in a folder of the test. */
final class Container implements AutoCloseable {
    private static final String EXPORTED = String.join(
            ",",
            "org.osgi.service.component;version=1.5.1",
            "org.osgi.service.component.runtime;version=1.5.1",
            "org.osgi.service.component.runtime.dto;version=1.5.1",
            "org.osgi.util.promise;version=1.3",
            "org.osgi.util.function;version=1.2",
            "pl.otwartagmina.api.module;version=1.0",
            "pl.otwartagmina.api.identity;version=1.0");

    final FakeFeatures features = new FakeFeatures();
    private final Path home;
    private Limits limits = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(500));
    private Framework framework;
    private FakeWatch watch;
    private ContainerModules modules;

    Container(Path home) {
        this.home = home;
        start();
    }

    /** Restarts it such that it waits for nothing long. */
    void hurry() {
        limits = new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(200));
        restart();
    }

    ContainerModules modules() {
        return modules;
    }

    FakeWatch watch() {
        return watch;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** The Maven repository of the distribution. */
    Path system() {
        return home.resolve("system");
    }

    Path kars() {
        return home.resolve("data/modules");
    }

    /** Adds a bundle to the distribution. */
    SampleBundle has(SampleBundle bundle) {
        return bundle.in(system());
    }

    InputStream open(SampleBundle bundle) throws IOException {
        return Files.newInputStream(has(bundle).file(system()));
    }

    /** Makes a feature file known. */
    void knows(String... xml) {
        try {
            Path file = Files.createTempFile(home, "features", ".xml");
            Files.writeString(file, features(xml));
            service().addRepository(file.toUri());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String features(String... features) {
        return "<features xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\" name=\"sample\">"
                + String.join("", features) + "</features>";
    }

    static String feature(String name, String version, Object... content) {
        StringBuilder xml = new StringBuilder(
                "<feature name=\"%s\" version=\"%s\" description=\"The %s module\">".formatted(name, version, name));
        for (Object part : content) {
            xml.append(part instanceof SampleBundle bundle ? "<bundle>" + bundle.location() + "</bundle>" : part);
        }
        return xml.append("</feature>").toString();
    }

    /** A module of one bundle that does nothing wrong. */
    void knowsModule(String id, String version, Object... more) {
        Object[] content = Arrays.copyOf(more, more.length + 1);
        content[more.length] = has(SampleBundle.module(id, version));
        knows(feature("service-" + id, version, content));
    }

    ModuleStatus status(String id) {
        return modules.find(id).orElseThrow();
    }

    ModuleStatus.State state(String id) {
        return status(id).state();
    }

    /** What is installed, and whether it runs. */
    Map<String, Integer> bundles() {
        Map<String, Integer> found = new HashMap<>();
        for (Bundle bundle : context().getBundles()) {
            found.put(bundle.getSymbolicName() + "/" + bundle.getVersion(), bundle.getState());
        }
        return found;
    }

    Optional<Bundle> bundle(String name) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("sample." + name))
                .findFirst();
    }

    void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
    }

    private FeaturesService service() {
        return features.service();
    }

    private void start() {
        try {
            Files.createDirectories(system());
            framework = new FrameworkFactory()
                    .newFramework(Map.of(
                            Constants.FRAMEWORK_STORAGE,
                            home.resolve("cache").toString(),
                            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                            EXPORTED,
                            "felix.log.level",
                            "0",
                            "ds.loglevel",
                            "0",
                            "ds.stop.timeout.milliseconds",
                            "200",
                            "ds.lock.timeout.milliseconds",
                            "200",
                            "karaf.home",
                            home.toString(),
                            "karaf.data",
                            home.resolve("data").toString()));
            framework.init();
            watch = new FakeWatch(framework.getBundleContext());
            watch.open();
            Bundle runtime = framework.getBundleContext().installBundle(jarOf("org.apache.felix.scr"));
            runtime.start();
            framework.start();
            modules = new ContainerModules(
                    framework.getBundleContext(),
                    new KarafFeatures(service()),
                    runtimeService(),
                    watch,
                    limits,
                    Clock.systemUTC());
        } catch (BundleException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceComponentRuntime runtimeService() throws InterruptedException {
        var tracker = new ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime>(
                context(), ServiceComponentRuntime.class, null);
        tracker.open();
        @Nullable ServiceComponentRuntime found = tracker.waitForService(5_000);
        if (found == null) {
            throw new IllegalStateException("No component runtime");
        }
        return found;
    }

    private void stop() {
        try {
            watch.close();
            framework.stop();
            framework.waitForStop(5_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jarOf(String artifact) {
        return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .filter(path -> Path.of(path).getFileName().toString().startsWith(artifact + "-"))
                .map(path -> Path.of(path).toUri().toString())
                .findFirst()
                .orElseThrow();
    }
}
