package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RunningPortal
class VendorIT {
    private static final Path SOURCES = PortalProcess.HOME.resolve("karaf-distribution/tests/vendor");

    @Test
    void a_module_is_five_files_and_150_lines() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(SOURCES.resolve("target")))
                    .toList();
            long lines = 0;
            for (Path file : files) {
                lines += Files.readAllLines(file).size();
            }
            assertThat(files).hasSizeLessThanOrEqualTo(5);
            assertThat(lines).isLessThanOrEqualTo(150);
        }
    }

    @Test
    void a_vendors_module_comes_is_used_is_upgraded_and_goes_while_people_look_on(PortalProcess portal, Browser browser)
            throws IOException {
        Path folder = PortalExtension.dataFolder();
        VendorsBuild build = new VendorsBuild(folder);
        Path first = build.kar(VendorsBuild.sources(SOURCES, folder.resolve("v1"), Map.of()));
        Path second = build.kar(VendorsBuild.sources(
                SOURCES,
                folder.resolve("v2"),
                Map.of(
                        "<version>1.0.0<",
                        "<version>1.1.0<",
                        "of(\"0.20\")",
                        "of(\"0.30\")",
                        "of(\"0.60\")",
                        "of(\"0.90\")")));

        Visitor home = browser.visitor(Visitor.DESK).signsIn();
        home.marks();
        assertThat(portal.operator("module:install " + first)).contains("'library' is installed");
        assertThat(home.tile("Biblioteka")).hasCount(0);
        portal.operator("module:enable library");
        assertThat(home.tile("Biblioteka")).containsText("Ile kosztuje książka oddana po terminie.");

        Visitor reader = browser.visitor(Visitor.PHONE).signsIn().opens("/");
        reader.tile("Biblioteka").click();
        assertThat(reader.heading()).hasText("Biblioteka");
        reader.marks();
        reader.page().getByLabel("Ile dni po terminie").fill("7");
        assertThat(reader.page().getByText("Do zapłaty:")).hasText("Do zapłaty: 1,40\u00a0zł");

        portal.operator("module:install " + second);
        assertThat(portal.operator("module:upgrade library")).contains("from 1.0.0 to 1.1.0");
        assertThat(reader.page().getByLabel("Ile dni po terminie")).hasValue("");
        reader.page().getByLabel("Ile dni po terminie").fill("7");
        assertThat(reader.page().getByText("Do zapłaty:")).hasText("Do zapłaty: 2,10\u00a0zł");
        assertThat(reader.isSameWindow()).as("no reload").isTrue();
        reader.opens("/e/payments");
        assertThat(reader.heading()).hasText("Moje zobowiązania");

        reader.opens("/e/library");
        portal.operator("module:remove library");
        assertThat(reader.heading()).not().hasText("Biblioteka");
        assertThat(home.tile("Biblioteka")).hasCount(0);
        assertThat(home.named(AriaRole.LINK, "Biblioteka")).hasCount(0);
        assertThat(home.isSameWindow()).as("no reload").isTrue();
        assertThat(portal.operator("module:list")).doesNotContain("library");
    }
}
