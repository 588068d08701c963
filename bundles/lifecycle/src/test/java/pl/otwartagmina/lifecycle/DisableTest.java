package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.DISABLED;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.ENABLED;
import static pl.otwartagmina.lifecycle.Container.feature;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

class DisableTest {
    private Container container;
    private volatile WeakReference<ClassLoader> loader = new WeakReference<>(null);

    @BeforeEach
    void start(@TempDir Path home) {
        container = new Container(home);
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void a_disabled_module_leaves_nothing_but_its_date() throws Exception {
        container.knowsModule("water", "1.0.0");
        Map<String, Integer> before = container.bundles();
        Instant began = Instant.now();
        container.modules().enable("water");

        assertThat(container.modules().disable("water").state()).isEqualTo(DISABLED);
        assertThat(container.bundles()).isEqualTo(before);
        assertThat(container.status("water").since())
                .hasValueSatisfying(since -> assertThat(since).isBetween(began, Instant.now()));
    }

    @Test
    void disabling_twice_leaves_the_date_as_it_is() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        var once = container.modules().disable("water");
        assertThat(container.modules().disable("water")).isEqualTo(once);
    }

    @Test
    void a_module_that_others_need_is_kept_and_they_are_named() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("water", "1.0.0", "<feature>service-registers</feature>");
        container.knowsModule("payments", "1.0.0", "<feature>service-registers</feature>");
        container.modules().enable("water");

        assertThatThrownBy(() -> container.modules().disable("registers"))
                .hasMessage("Module 'registers' is needed by: water. Disable it first: module:disable water");
        container.modules().enable("payments");
        assertThatThrownBy(() -> container.modules().disable("registers"))
                .hasMessage("Module 'registers' is needed by: payments, water."
                        + " Disable them first: module:disable payments; module:disable water");
        assertThat(container.state("registers")).isEqualTo(ENABLED);

        container.modules().disable("water");
        container.modules().disable("payments");
        assertThat(container.modules().disable("registers").state()).isEqualTo(DISABLED);
    }

    @Test
    void a_library_stays_while_another_module_needs_it() throws Exception {
        SampleBundle library = container.has(new SampleBundle("library", "1.0.0"));
        container.knows(feature("charts", "1.0.0", library));
        container.knowsModule("water", "1.0.0", "<feature>charts</feature>");
        container.knowsModule("surveys", "1.0.0", library);
        container.modules().enable("water");
        container.modules().enable("surveys");

        container.modules().disable("water");
        assertThat(container.bundle("library")).isPresent();
        container.modules().disable("surveys");
        assertThat(container.bundle("library")).isEmpty();
    }

    @Test
    void what_the_container_installed_as_a_feature_stays() throws Exception {
        SampleBundle core = container.has(new SampleBundle("core", "1.0.0"));
        container.knows(feature("portal-core", "1.0.0", core));
        container.features.install("portal-core");
        container.context().installBundle(core.location(), container.open(core)).start();
        container.knowsModule("water", "1.0.0", core, "<feature>portal-core</feature>");

        container.modules().enable("water");
        container.modules().disable("water");
        assertThat(container.bundle("core")).isPresent();
    }

    @Test
    void a_module_that_the_container_installed_as_a_feature_is_left_to_it() throws Exception {
        SampleBundle bundle = SampleBundle.module("water", "1.0.0");
        container.knowsModule("water", "1.0.0");
        container.features.install("service-water");
        container
                .context()
                .installBundle(bundle.location(), container.open(bundle))
                .start();
        assertThatThrownBy(() -> container.modules().disable("water"))
                .hasMessageEndingWith("feature:uninstall service-water");
    }

    @Test
    void bundles_that_hold_each_other_are_let_go() throws Exception {
        SampleBundle left = container.has(
                new SampleBundle("left", "1.0.0").exports("left.api").imports("right.api"));
        SampleBundle right = container.has(
                new SampleBundle("right", "1.0.0").exports("right.api").imports("left.api"));
        container.knowsModule("water", "1.0.0", left, right);
        container.modules().enable("water");
        WeakReference<ClassLoader> loader = loaderOf("left");

        container.modules().disable("water");
        assertGone(loader);
    }

    @Test
    void the_classes_of_a_disabled_module_are_gone() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        WeakReference<ClassLoader> loader = loaderOf("water");

        container.modules().disable("water");
        assertGone(loader);
    }

    @Test
    void the_classes_of_a_module_that_failed_are_gone() throws Exception {
        container.knows(feature(
                "service-water",
                "1.0.0",
                container.has(new SampleBundle("water", "1.0.0").service("water", "check", ""))));
        container.watch().onArrival(id -> loader = loaderOf(id));
        assertThatThrownBy(() -> container.modules().enable("water")).hasMessageContaining("health check");
        assertGone(loader);
    }

    @Test
    void two_hundred_cycles_leave_as_many_bundles_as_one() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("water", "1.0.0", "<feature>service-registers</feature>");
        container.modules().enable("registers");
        Map<String, Integer> before = container.bundles();
        for (int cycle = 0; cycle < 200; cycle++) {
            assertThat(container.modules().enable("water").state()).isEqualTo(ENABLED);
            container.modules().disable("water");
        }
        assertThat(container.bundles()).isEqualTo(before);
    }

    private WeakReference<ClassLoader> loaderOf(String name) {
        return new WeakReference<>(
                container.bundle(name).orElseThrow().adapt(BundleWiring.class).getClassLoader());
    }

    private static void assertGone(WeakReference<ClassLoader> loader) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (loader.get() != null && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(loader.get()).isNull();
    }
}
