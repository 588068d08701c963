package pl.otwartagmina.tests;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A vendor's machine: the module's sources in a folder of their own, Maven, and a local repository with what this build
 * published. Maven is really run, because the vendor's pom is a part of what is tested.
 *
 * <p>The repository is this build's own one through symbolic links, so that nothing is downloaded twice; only the
 * portal's artifacts are put beside it, never into it.
 */
final class VendorsBuild {
    private static final String GROUP = "otwartagmina";
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> PUBLISHED = List.of("api", "persistence", "derby-runtime", "testing-kit");

    private final Path repository;

    VendorsBuild(Path folder) throws IOException {
        repository = folder.resolve("repository");
        Path shared = Path.of(System.getProperty("portal.maven.repository"));
        link(shared, repository, "pl");
        link(shared.resolve("pl"), repository.resolve("pl"), GROUP);
        publish("portal", PortalProcess.HOME);
        for (String name : PUBLISHED) {
            publish("portal-" + name, PortalProcess.HOME.resolve("bundles").resolve(name));
        }
    }

    /** Builds and tests the module in {@code folder} and returns its KAR. */
    Path kar(Path folder) throws IOException {
        Command.Answer answer =
                Command.run(folder, List.of("mvn", "-q", "-B", "-o", "-Dmaven.repo.local=" + repository, "package"));
        assertThat(answer.exit()).as(answer.text()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".kar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Copies sources, each text changed as the vendor changes it from one version to the next. */
    static Path sources(Path from, Path to, Map<String, String> changes) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String text = Files.readString(file);
                for (var change : changes.entrySet()) {
                    text = text.replace(change.getKey(), change.getValue());
                }
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, text);
                return FileVisitResult.CONTINUE;
            }
        });
        return to;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.exists(from) ? Files.list(from) : Stream.empty()) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private void publish(String artifact, Path module) throws IOException {
        Path place = Files.createDirectories(
                repository.resolve("pl").resolve(GROUP).resolve(artifact).resolve(VERSION));
        Files.copy(module.resolve("pom.xml"), place.resolve(artifact + "-" + VERSION + ".pom"), REPLACE_EXISTING);
        Path jar = module.resolve("target").resolve(artifact + "-" + VERSION + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, place.resolve(jar.getFileName()), REPLACE_EXISTING);
        }
    }
}
