package pl.otwartagmina.testing.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the bundles lie, seen from this one. */
final class House {
    static final Path BUNDLES = Path.of("..").toAbsolutePath().normalize();

    private House() {}

    /** Folders of all bundles that have Java code. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Their compiled classes, without tests. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPaths(bundles().stream()
                        .map(folder -> folder.resolve("target/classes"))
                        .toList());
    }

    /** All files below {@code folder} of a bundle whose name ends so. */
    static Stream<Path> files(Path bundle, String folder, String ending) {
        Path root = bundle.resolve(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
