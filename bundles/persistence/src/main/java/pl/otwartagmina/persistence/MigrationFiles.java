package pl.otwartagmina.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleReference;
import org.osgi.framework.wiring.BundleWiring;
import pl.otwartagmina.api.data.Database.Product;
import pl.otwartagmina.api.data.UnitDefinition;

/** The migrations that a module brings for a product. Flyway's own scanner does not understand the URLs of bundles. */
final class MigrationFiles implements ResourceProvider {
    private static final String FOLDER = "db/migration";

    private final List<LoadableResource> files = new ArrayList<>();

    private MigrationFiles() {}

    static MigrationFiles of(UnitDefinition definition, Product product) {
        MigrationFiles found = new MigrationFiles();
        for (String folder : List.of(FOLDER, FOLDER + "/" + DatabaseAddress.folder(product))) {
            try {
                if (definition.loader() instanceof BundleReference reference) {
                    found.addFromBundle(reference, folder);
                } else {
                    found.addFromClassPath(definition, folder);
                }
            } catch (IOException | URISyntaxException unreadable) {
                throw new IllegalStateException(
                        "Migrations of module " + definition.module() + " cannot be read", unreadable);
            }
        }
        return found;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private void addFromBundle(BundleReference reference, String folder) throws IOException {
        BundleWiring wiring = reference.getBundle().adapt(BundleWiring.class);
        for (String path : wiring.listResources(folder, "*.sql", BundleWiring.LISTRESOURCES_LOCAL)) {
            add(path, wiring.getClassLoader().getResource(path));
        }
    }

    private void addFromClassPath(UnitDefinition definition, String folder) throws IOException, URISyntaxException {
        for (URL root : Collections.list(definition.loader().getResources(folder))) {
            if (!isOf(definition, root)) {
                continue;
            }
            if (root.openConnection() instanceof JarURLConnection inJar) {
                inJar.setUseCaches(false);
                try (JarFile jar = inJar.getJarFile()) {
                    jar.stream()
                            .filter(entry -> entry.getName().matches(folder + "/[^/]+\\.sql"))
                            .forEach(entry -> {
                                try (InputStream in = jar.getInputStream(entry)) {
                                    add(entry.getName(), in);
                                } catch (IOException unreadable) {
                                    throw new UncheckedIOException(unreadable);
                                }
                            });
                }
            } else {
                try (Stream<Path> paths = Files.list(Path.of(root.toURI()))) {
                    for (Path path :
                            paths.filter(p -> p.toString().endsWith(".sql")).toList()) {
                        add(folder + "/" + path.getFileName(), path.toUri().toURL());
                    }
                }
            }
        }
    }

    /** Several modules may share a class path, as in tests: only what lies beside the owner is the module's. */
    private static boolean isOf(UnitDefinition definition, URL root) {
        return definition
                .owner()
                .map(MigrationFiles::home)
                .map(home -> root.toString().contains(home))
                .orElse(true);
    }

    private static @Nullable String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation().toString();
    }

    private void add(String path, URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            add(path, in);
        }
    }

    private void add(String path, InputStream in) throws IOException {
        files.add(new MigrationFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
}
