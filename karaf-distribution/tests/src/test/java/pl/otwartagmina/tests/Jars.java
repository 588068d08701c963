package pl.otwartagmina.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles of the distribution. */
final class Jars {
    private static final Path SYSTEM = PortalProcess.HOME.resolve("karaf-distribution/target/assembly/system");

    private Jars() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(SYSTEM)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
