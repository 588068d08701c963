package pl.otwartagmina.bench;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A module as a vendor would write it, compiled here against the distribution and packed in as many versions as one likes. */
final class VendorModule {
    static final String ID = "probe";
    /** What its only view shows. */
    static final String TEXT = "Here is the probe of the benchmark";

    static final String SERVICE = "pl.otwartagmina.bench.probe.Probe";
    private static final String FOLDER = "pl/otwartagmina/bench/probe/";
    private static final Map<String, String> SOURCES = Map.of(
            "Probe.java",
            """
            package pl.otwartagmina.bench.probe;

            import java.util.List;
            import pl.otwartagmina.api.module.AccessLevel;
            import pl.otwartagmina.api.module.Category;
            import pl.otwartagmina.api.module.EService;
            import pl.otwartagmina.api.module.ModuleInfo;
            import pl.otwartagmina.api.module.View;

            public final class Probe implements EService {
                public ModuleInfo info() {
                    return new ModuleInfo("probe", Category.INFORMATION, AccessLevel.PUBLIC, "info", 90);
                }

                public List<View<?>> views() {
                    return List.of(View.first(
                            ProbeView.class, "probe.title", AccessLevel.PUBLIC, acting -> new ProbeView()));
                }
            }
            """,
            "ProbeView.java",
            """
            package pl.otwartagmina.bench.probe;

            final class ProbeView extends com.vaadin.flow.component.html.Div {
                ProbeView() {
                    super("%s");
                }
            }
            """
                    .formatted(TEXT));
    private static final String MANIFEST =
            """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: pl.otwartagmina.bench.probe
            Bundle-Version: %s
            Service-Component: OSGI-INF/probe.xml
            Require-Capability: osgi.extender;filter:="(osgi.extender=osgi.component)"
            Import-Package: com.vaadin.flow.component,com.vaadin.flow.component.html
             ,pl.otwartagmina.api.identity
             ,pl.otwartagmina.api.module

            """;
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="probe">
              <implementation class="%s"/>
              <service><provide interface="pl.otwartagmina.api.module.EService"/></service>
            </scr:component>
            """
                    .formatted(SERVICE);
    private static final String FEATURES =
            """
            <features name="probe-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="service-probe" version="%1$s">
                <bundle>mvn:pl.otwartagmina.bench/probe/%1$s</bundle>
              </feature>
            </features>
            """;

    private final Path work;
    private final Map<String, byte[]> classes = new TreeMap<>();

    VendorModule(Places places) throws IOException {
        work = Files.createDirectories(places.work().resolve("probe"));
        Path sources = Files.createDirectories(work.resolve("src"));
        Path output = Files.createDirectories(work.resolve("classes"));
        for (var source : SOURCES.entrySet()) {
            Files.writeString(sources.resolve(source.getKey()), source.getValue());
        }
        String classPath;
        try (Stream<Path> jars = Files.walk(places.home().resolve("system/pl/otwartagmina"))) {
            classPath = jars.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        List<String> arguments = List.of(
                "-nowarn",
                "-proc:none",
                "--release",
                "17",
                "-cp",
                classPath,
                "-d",
                output.toString(),
                sources.resolve("Probe.java").toString(),
                sources.resolve("ProbeView.java").toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, null, complaints, arguments.toArray(String[]::new)) != 0) {
            throw new IOException("The probe does not compile: " + complaints.toString(StandardCharsets.UTF_8));
        }
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(FOLDER + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    /** Its bundle. */
    Path bundle(String version) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>(classes);
        entries.put("META-INF/MANIFEST.MF", bytes(MANIFEST.formatted(version)));
        entries.put("OSGI-INF/probe.xml", bytes(COMPONENT));
        entries.put("i18n/messages.properties", bytes("probe.title = Probe\nprobe.summary = Probe " + version + "\n"));
        return zip(work.resolve("probe-" + version + ".jar"), entries);
    }

    /** Its KAR. */
    Path kar(String version) throws IOException {
        String folder = "repository/pl/otwartagmina/bench/probe/" + version + "/probe-" + version;
        return zip(
                work.resolve("probe-" + version + ".kar"),
                Map.of(
                        folder + ".jar",
                        Files.readAllBytes(bundle(version)),
                        folder + "-features.xml",
                        bytes(FEATURES.formatted(version))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
