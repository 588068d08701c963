package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which modules are enabled, for the one case in which the container cannot tell: after a new version of the portal was
 * put in place, it starts empty.
 *
 * <p>While the container knows, this is only written, never read.
 */
final class EnabledRecord {
    private final Path file;
    private final Path known;

    /**
     * @param file survives a new version of the portal
     * @param known lies among the container's own files and goes with them
     */
    EnabledRecord(Path file, Path known) {
        this.file = file;
        this.known = known;
    }

    /** The ids of a setting: a list in a .cfg file arrives as one text, its parts parted by commas. */
    static List<String> ids(String[] setting) {
        return Arrays.stream(setting)
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /**
     * What an empty container must enable.
     *
     * @param initial for the very first start
     * @return empty if the container knows by itself
     */
    Optional<List<String>> forgotten(List<String> initial) {
        try {
            if (Files.exists(known)) {
                return Optional.empty();
            }
            return Optional.of(Files.exists(file) ? Files.readAllLines(file) : initial);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The container has got all of them back, as far as they could be enabled. */
    void recovered() {
        write(known, List.of());
    }

    /** These are enabled now. */
    void keep(Collection<String> ids) {
        if (Files.exists(known)) {
            write(file, ids);
        }
    }

    private static void write(Path to, Collection<String> lines) {
        Path next = to.resolveSibling(to.getFileName() + ".new");
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.write(next, lines);
            Files.move(next, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + to, e);
        }
    }
}
