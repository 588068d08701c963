package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.DISABLED;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.ENABLED;
import static pl.otwartagmina.lifecycle.Container.feature;
import static pl.otwartagmina.lifecycle.Container.features;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.lifecycle.ModuleRefused;

class KarTest {
    private Path home;
    private Container container;

    @BeforeEach
    void start(@TempDir Path folder) {
        home = folder;
        container = new Container(home);
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void a_kar_is_installed_enabled_upgraded_by_another_and_removed() throws Exception {
        assertThat(container.modules().install(karOf("1.0.0"))).containsExactly("hello");
        assertThat(container.state("hello")).isEqualTo(DISABLED);
        assertThat(container.bundle("hello")).isEmpty();
        assertThat(container.modules().enable("hello").state()).isEqualTo(ENABLED);

        assertThat(container.modules().install(karOf("2.0.0"))).containsExactly("hello");
        assertThat(container.status("hello").version()).isEqualTo("1.0.0");
        assertThat(container.modules().upgrade("hello").version()).isEqualTo("2.0.0");

        container.modules().remove("hello");
        assertThat(container.modules().all()).isEmpty();
        assertThat(container.bundle("hello")).isEmpty();
        assertThat(unpacked()).isEmpty();
    }

    @Test
    void a_kar_is_known_again_where_the_container_forgot_it() throws Exception {
        container.modules().install(karOf("1.0.0"));
        container.modules().enable("hello");
        container.features.forget();
        container.restart();
        assertThat(container.modules().find("hello")).isPresent();
    }

    @Test
    void a_module_of_the_distribution_is_not_removed() {
        container.knowsModule("water", "1.0.0");
        assertThatThrownBy(() -> container.modules().remove("water"))
                .hasMessageEndingWith("Switch it off: module:disable water");
    }

    @Test
    void a_module_that_others_need_is_not_removed() throws Exception {
        container.modules().install(karOf("1.0.0"));
        container.knowsModule("water", "1.0.0", "<feature>service-hello</feature>");
        container.modules().enable("water");
        assertThatThrownBy(() -> container.modules().remove("hello")).hasMessageContaining("is needed by: water");
        assertThat(container.state("hello")).isEqualTo(ENABLED);
    }

    @Test
    void a_file_that_is_no_zip_is_refused() throws IOException {
        Path file = Files.writeString(home.resolve("hello.kar"), "not a zip");
        assertRefused(file).startsWith("hello.kar is no KAR, or not whole");
    }

    @Test
    void half_a_zip_is_refused() throws IOException {
        Path whole = karOf("1.0.0");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(home.resolve("half.kar"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(half).startsWith("half.kar is no KAR, or not whole");
    }

    @Test
    void a_kar_that_lacks_a_bundle_is_refused_naming_it() throws IOException {
        SampleBundle absent = SampleBundle.module("hello", "1.0.0");
        assertRefused(kar("lacking", zip -> xml(zip, feature("service-hello", "1.0.0", absent))))
                .isEqualTo("The KAR is not whole: module 'hello' lists the bundle mvn:sample/hello/1.0.0,"
                        + " which is neither in it nor in the portal.");
    }

    @Test
    void a_kar_that_writes_outside_its_folder_is_refused() throws IOException {
        Path kar = kar("evil", zip -> {
            put(zip, "repository/../../../../evil.txt", "evil".getBytes(StandardCharsets.UTF_8));
            whole(zip, "1.0.0");
        });
        assertRefused(kar).startsWith("The KAR would write outside its folder");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(file -> file.endsWith("evil.txt"))).isEmpty();
        }
    }

    @Test
    void a_kar_that_grows_without_end_is_refused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        Path kar = kar("bomb", zip -> {
            zip.putNextEntry(new ZipEntry("repository/zeros"));
            for (int megabyte = 0; megabyte < 513; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        });
        assertRefused(kar).isEqualTo("The KAR unpacks to more than 512 MB.");
    }

    @Test
    void a_kar_without_a_module_is_refused() throws IOException {
        assertRefused(kar("empty", zip -> xml(zip, feature("library", "1.0.0"))))
                .startsWith("empty.kar brings no module");
    }

    @Test
    void a_version_that_is_known_already_is_refused() throws Exception {
        container.modules().install(karOf("1.0.0"));
        Path again = Files.copy(karOf("1.0.0"), home.resolve("again.kar"));
        assertThatThrownBy(() -> container.modules().install(again))
                .hasMessageStartingWith("Module 'hello' is already known in version 1.0.0.");
        assertThat(unpacked()).hasSize(1);
    }

    @Test
    void a_kar_whose_bundle_is_no_bundle_is_refused() throws IOException {
        SampleBundle bundle = SampleBundle.module("hello", "1.0.0");
        Path kar = kar("wrong", zip -> {
            xml(zip, feature("service-hello", "1.0.0", bundle));
            put(zip, "repository/" + bundle.path(), "no jar".getBytes(StandardCharsets.UTF_8));
        });
        assertRefused(kar).startsWith("The KAR is not whole: mvn:sample/hello/1.0.0 cannot be read");
    }

    @Test
    void what_the_life_cycle_does_not_apply_is_refused() throws IOException {
        Path kar = kar(
                "config",
                zip -> xml(
                        zip,
                        feature(
                                "service-hello",
                                "1.0.0",
                                "<config name=\"pl.vendor\">a = b</config>",
                                SampleBundle.module("hello", "1.0.0"))));
        assertRefused(kar).contains("<config>").contains("give the defaults in the component");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertRefused(home.resolve("none.kar")).startsWith("There is no file");
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertRefused(Path kar) {
        String[] message = {""};
        assertThatThrownBy(() -> container.modules().install(kar))
                .isInstanceOfSatisfying(ModuleRefused.class, e -> message[0] = e.getMessage());
        assertThat(container.modules().all()).isEmpty();
        assertThat(unpacked()).isEmpty();
        return assertThat(message[0]);
    }

    private Stream<Path> unpacked() {
        if (!Files.exists(container.kars())) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(container.kars())) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What goes into a KAR. */
    private interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }

    private Path karOf(String version) throws IOException {
        return kar("hello-" + version, zip -> whole(zip, version));
    }

    private static void whole(ZipOutputStream zip, String version) throws IOException {
        SampleBundle bundle = SampleBundle.module("hello", version);
        xml(zip, feature("service-hello", version, bundle));
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        bundle.write(jar);
        put(zip, "repository/" + bundle.path(), jar.toByteArray());
    }

    private Path kar(String name, Content content) throws IOException {
        Path file = home.resolve(name + ".kar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            content.write(zip);
        }
        return file;
    }

    private static void xml(ZipOutputStream zip, String feature) throws IOException {
        put(
                zip,
                "repository/vendor/hello/1/hello-1-features.xml",
                features(feature).getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
