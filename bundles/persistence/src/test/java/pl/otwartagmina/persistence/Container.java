package pl.otwartagmina.persistence;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.persistence.probe.Probe;

/** A Felix framework with the bundles that the database needs, as the portal's features install them. */
final class Container implements AutoCloseable {
    private static final List<Class<?>> BUNDLES = List.of(
            org.apache.felix.cm.impl.ConfigurationManager.class,
            org.apache.felix.scr.impl.Activator.class,
            EntityManager.class,
            org.eclipse.persistence.internal.libraries.asm.ClassReader.class,
            org.eclipse.persistence.jpa.jpql.parser.JPQLGrammar.class,
            org.eclipse.persistence.sessions.Session.class,
            org.eclipse.persistence.jpa.PersistenceProvider.class,
            HikariDataSource.class,
            org.postgresql.Driver.class,
            EmbeddedDriver.class,
            Database.class,
            PortalDatabase.class);

    private final Framework framework;
    private final Path folder;

    Container(Path folder) throws BundleException, IOException {
        this.folder = folder;
        System.setProperty("derby.stream.error.file", "target/derby.log");
        this.framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("cache").toString(),
                        "karaf.data", folder.resolve("data").toString(),
                        "felix.cache.locking", "false",
                        "org.osgi.framework.system.packages.extra", fromOutside()));
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        for (Class<?> type : BUNDLES) {
            bundles.add(framework.getBundleContext().installBundle("reference:" + home(type)));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits for a service and gives it. */
    <T> T await(Class<T> type) throws InterruptedException {
        return type.cast(await(type.getName()));
    }

    /** Waits for a service whose class the test and the bundles do not share. */
    Object await(String type) throws InterruptedException {
        // It stays open as long as the framework, or it would give the service back.
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open(true);
        Object service = tracker.waitForService(20_000);
        if (service == null) {
            throw new AssertionError("No " + type);
        }
        return service;
    }

    boolean offers(String type) throws InvalidSyntaxException {
        return context().getAllServiceReferences(type, null) != null;
    }

    /** Waits until the database component failed and tells why. */
    String awaitFailure() throws InterruptedException {
        ServiceComponentRuntime runtime = await(ServiceComponentRuntime.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
                for (ComponentConfigurationDTO one : runtime.getComponentConfigurationDTOs(component)) {
                    if (one.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        return one.failure;
                    }
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No component failed");
    }

    /** Lets go of what was uninstalled. */
    void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(null, event -> done.countDown());
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Bundles were not refreshed");
        }
    }

    // ConfigurationAdmin asks for a Dictionary.
    @SuppressWarnings("JdkObsolete")
    void configure(Map<String, String> settings) throws IOException, InterruptedException {
        await(ConfigurationAdmin.class)
                .getConfiguration("pl.otwartagmina.persistence", "?")
                .update(new Hashtable<>(settings));
    }

    /** Installs and starts the careless module. */
    Bundle startProbe() throws IOException, BundleException {
        Path jar = folder.resolve("probe.jar");
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "probe");
        headers.putValue("Bundle-Activator", Probe.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework,jakarta.persistence,pl.otwartagmina.api.data");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String name : List.of("Probe", "ProbeRow")) {
                String path = "pl/otwartagmina/persistence/probe/" + name + ".class";
                try (InputStream in = Container.class.getClassLoader().getResourceAsStream(path)) {
                    add(out, path, in.readAllBytes());
                }
            }
            add(out, "db/migration/derby/V1__probe.sql", table("GENERATED BY DEFAULT AS IDENTITY"));
            add(out, "db/migration/postgresql/V1__probe.sql", table("GENERATED BY DEFAULT AS IDENTITY"));
            add(
                    out,
                    "db/migration/V2__index.sql",
                    "CREATE INDEX probe_born ON probe_row (born)".getBytes(StandardCharsets.UTF_8));
        }
        Bundle probe = context().installBundle(jar.toUri().toString());
        probe.start();
        return probe;
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(30_000);
    }

    private static byte[] table(String identity) {
        return ("CREATE TABLE probe_row (id BIGINT NOT NULL " + identity + " PRIMARY KEY, born TIMESTAMP NOT NULL)")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void add(JarOutputStream out, String path, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(path));
        out.write(content);
        out.closeEntry();
    }

    private static String home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    /** What the test shares with the bundles, and what the api imports for views, which play no part here. */
    private static String fromOutside() throws IOException {
        String home = home(Database.class);
        String manifest = home.endsWith("/") ? home + "META-INF/MANIFEST.MF" : "jar:" + home + "!/META-INF/MANIFEST.MF";
        Manifest api;
        try (InputStream in = URI.create(manifest).toURL().openStream()) {
            api = new Manifest(in);
        }
        Stream<String> views = Stream.of(
                        api.getMainAttributes().getValue("Import-Package").split(",(?=[a-z])"))
                .filter(clause -> clause.startsWith("com.") || clause.startsWith("org.jspecify"))
                .map(clause -> clause.replaceAll(";version=\"\\[([^,]+),.*", ";version=$1"));
        return Stream.concat(
                        views,
                        Stream.of(
                                "org.slf4j;version=1.7.36",
                                "org.slf4j.helpers;version=1.7.36",
                                "org.osgi.service.cm;version=1.6.1",
                                "org.osgi.util.function;version=1.2.0",
                                "org.osgi.util.promise;version=1.3.0",
                                "org.osgi.service.component;version=1.5.0",
                                "org.osgi.service.component.runtime;version=1.5.0",
                                "org.osgi.service.component.runtime.dto;version=1.5.0"))
                .collect(Collectors.joining(","));
    }
}
