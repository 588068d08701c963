package pl.otwartagmina.testing.arch;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The api against {@code bundles/api/baseline/portal-api.jar}, which vendors have: a package that changed has a new
 * version, minor for what was added, major for what breaks a module. With a release of the api the new jar takes its
 * place.
 */
class ApiBaselineTest {
    private static final Path API = House.BUNDLES.resolve("api");

    @Test
    void every_package_that_changed_has_a_new_version() throws Exception {
        try (Jar now = now()) {
            assertThat(mismatches(now)).isEmpty();
        }
    }

    @Test
    void a_class_that_vanished_is_noticed() throws Exception {
        try (Jar now = now()) {
            assertThat(now.remove("pl/otwartagmina/api/module/View.class")).isNotNull();

            assertThat(mismatches(now)).containsExactly("pl.otwartagmina.api.module is 1.2.0 and must be 2.0.0");
        }
    }

    private static Jar now() throws Exception {
        return new Jar(API.resolve("target/classes").toFile());
    }

    private static List<String> mismatches(Jar now) throws Exception {
        try (Processor reporter = new Processor();
                Jar released = new Jar(API.resolve("baseline/portal-api.jar").toFile())) {
            return new Baseline(reporter, new DiffPluginImpl())
                    .baseline(now, released, new Instructions("pl.otwartagmina.api.*")).stream()
                            .filter(one -> one.mismatch)
                            .map(one -> one.packageName + " is " + one.newerVersion + " and must be "
                                    + one.suggestedVersion)
                            .sorted()
                            .toList();
        }
    }
}
