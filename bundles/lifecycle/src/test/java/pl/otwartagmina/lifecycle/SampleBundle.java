package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import pl.otwartagmina.lifecycle.sample.BlockingActivator;
import pl.otwartagmina.lifecycle.sample.SampleService;
import pl.otwartagmina.lifecycle.sample.StubbornActivator;
import pl.otwartagmina.lifecycle.sample.ThrowingActivator;

/** Makes small bundles. */
final class SampleBundle {
    private static final List<Class<?>> CLASSES =
            List.of(SampleService.class, ThrowingActivator.class, BlockingActivator.class, StubbornActivator.class);

    private final String name;
    private final String version;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>(
            List.of("org.osgi.framework", "pl.otwartagmina.api.module", "pl.otwartagmina.api.identity"));

    SampleBundle(String name, String version) {
        this.name = name;
        this.version = version;
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "sample." + name);
        headers.put("Bundle-Version", version);
    }

    /** A bundle whose one component is the service of the module {@code id}. */
    static SampleBundle module(String id, String version) {
        return new SampleBundle(id, version).service(id, "", "");
    }

    /**
     * Adds the component of an e-service.
     *
     * @param fault what it does wrong; empty for nothing
     * @param inner more elements of the component's description
     */
    SampleBundle service(String id, String fault, String inner) {
        return component(
                """
                <property name="id" value="%s"/><property name="fault" value="%s"/>
                <service><provide interface="pl.otwartagmina.api.module.EService"/></service>%s"""
                        .formatted(id, fault, inner));
    }

    SampleBundle component(String inner) {
        String xml =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="sample.%1$s.Component" init="1">
                <implementation class="%2$s"/>%3$s</scr:component>"""
                        .formatted(name, SampleService.class.getName(), inner);
        entries.put("OSGI-INF/component.xml", xml);
        return header("Service-Component", "OSGI-INF/component.xml");
    }

    SampleBundle header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    SampleBundle imports(String packages) {
        imports.add(packages);
        return this;
    }

    SampleBundle exports(String packageName) {
        entries.put(packageName.replace('.', '/') + "/readme.txt", "exported");
        return header("Export-Package", packageName);
    }

    SampleBundle activator(Class<?> type) {
        return header("Bundle-Activator", type.getName());
    }

    String location() {
        return "mvn:sample/" + name + "/" + version;
    }

    String path() {
        return "sample/" + name + "/" + version + "/" + name + "-" + version + ".jar";
    }

    Path file(Path repository) {
        return repository.resolve(path());
    }

    /** Writes it into a Maven repository. */
    SampleBundle in(Path repository) {
        Path file = file(repository);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void write(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
        manifest.getMainAttributes().putValue("Import-Package", String.join(",", imports));
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Class<?> type : CLASSES) {
                String file = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(file));
                try (InputStream in =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(file))) {
                    in.transferTo(jar);
                }
            }
        }
    }
}
