package pl.otwartagmina.lifecycle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the file behind {@code mvn:group/artifact/version[/type[/classifier]]} in the Maven layout of the distribution
 * and of the KARs: never over the network.
 */
final class BundleFiles {
    private static final String SCHEME = "mvn:";

    private final Path system;
    private final KarFolders kars;

    BundleFiles(Path system, KarFolders kars) {
        this.system = system;
        this.kars = kars;
    }

    static boolean isMaven(String location) {
        return location.startsWith(SCHEME);
    }

    /** The file, from the module's own KAR before the distribution's and other KARs'. */
    Optional<Path> find(String location, Optional<Path> kar) {
        String[] parts = location.substring(SCHEME.length()).split("/", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        String type = parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "jar";
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        String file = parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + parts[1] + "-" + parts[2]
                + classifier + "." + type;
        Stream<Path> homes = Stream.concat(
                kar.stream().map(KarFolders::repository), Stream.concat(Stream.of(system), repositories().stream()));
        return homes.map(home -> home.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private List<Path> repositories() {
        return kars.all().stream().map(KarFolders::repository).toList();
    }
}
