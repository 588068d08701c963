package pl.otwartagmina.testing.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, sizes and habits of the house (see the conventions in docs). */
class MannersTest {
    private static final JavaClasses CLASSES = House.classes();
    private static final int LINES = 400;

    static Stream<Path> bundles() {
        return House.bundles().stream();
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void nobody_writes_to_standard_output_or_sleeps() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_file_is_longer_than_it_can_be_read(Path bundle) throws IOException {
        for (Path file : House.files(bundle, "src", ".java").toList()) {
            try (Stream<String> lines = Files.lines(file)) {
                assertThat(lines.count()).as(file.toString()).isLessThanOrEqualTo(LINES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_package_is_null_marked(Path bundle) throws IOException {
        Set<Path> packages = new TreeSet<>();
        House.files(bundle, "src/main/java", ".java").forEach(file -> packages.add(file.resolveSibling("")));
        for (Path folder : packages) {
            assertThat(folder.resolve("package-info.java")).content().contains("org.jspecify.annotations.NullMarked");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_every_text(Path bundle) throws IOException {
        Path folder = bundle.resolve("src/main/resources/i18n");
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> polish = keys(folder.resolve("messages.properties"));
        assertThat(keys(folder.resolve("messages_uk.properties")))
                .as("Ukrainian")
                .isEqualTo(polish);
        assertThat(keys(folder.resolve("messages_en.properties"))).as("English").isEqualTo(polish);
        String name = bundle.getFileName().toString();
        String prefix = name.equals("shell") ? "portal" : name.replaceFirst("^service-", "");
        assertThat(polish).as("keys begin with the module's id").allMatch(key -> key.startsWith(prefix + "."));
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path bundle : House.bundles()) {
            for (Path file : House.files(bundle, "src/main", "")
                    .filter(Files::isRegularFile)
                    .toList()) {
                if (file.toString().matches(".*\\.(java|properties|sql|css)")
                        && Files.readString(file).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*")) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
