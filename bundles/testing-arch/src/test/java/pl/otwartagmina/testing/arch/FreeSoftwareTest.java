package pl.otwartagmina.testing.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Vaadin's commercial components, which its ready-made browser code also carries, are not part of the portal. */
class FreeSoftwareTest {
    /** How such a component tells the name under which it is licensed. */
    private static final Pattern LICENSED = Pattern.compile("cvdlName\\(\\)\\s*\\{\\s*return\\s*\"vaadin-([a-z-]+)\"");

    private static final List<String> COMMERCIAL = List.of(
            "board", "charts", "cookieconsent", "crud", "dashboard", "gridpro", "map", "richtexteditor", "spreadsheet");

    private static final Path RUNTIME = House.BUNDLES.resolve("vaadin-runtime/target/classes");

    @Test
    void the_runtime_has_no_class_of_a_commercial_component() {
        List<String> packages = House.files(RUNTIME, "com/vaadin/flow/component", ".class")
                .map(file -> RUNTIME.resolve("com/vaadin/flow/component")
                        .relativize(file)
                        .getName(0)
                        .toString())
                .distinct()
                .toList();

        assertThat(packages).contains("grid", "button").doesNotContainAnyElementsOf(COMMERCIAL);
    }

    /** Vaadin built its free components and these five into one file; no class of the portal uses them, see below. */
    @Test
    void the_browser_code_has_only_those_that_cannot_be_parted_from_the_free_ones() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : House.files(RUNTIME, "META-INF/VAADIN/webapp", ".js").toList()) {
            LICENSED.matcher(Files.readString(file)).results().forEach(one -> found.add(one.group(1)));
        }

        assertThat(found).containsExactly("board", "cookie-consent", "crud", "dashboard", "grid-pro");
    }

    @Test
    void nobody_uses_one() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                COMMERCIAL.stream().map(name -> "com.vaadin.flow.component." + name + ".."),
                                Stream.of("com.vaadin.pro..", "com.vaadin.collaborationengine.."))
                        .toArray(String[]::new))
                .check(House.classes());
    }
}
