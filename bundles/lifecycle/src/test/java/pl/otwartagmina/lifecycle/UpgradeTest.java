package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.ENABLED;
import static pl.otwartagmina.lifecycle.Container.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

class UpgradeTest {
    private Container container;

    @BeforeEach
    void start(@TempDir Path home) {
        container = new Container(home);
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void the_new_version_is_shown_before_the_old_one_stops() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        long old = container.bundle("water").orElseThrow().getBundleId();
        container.knowsModule("water", "1.1.0");
        assertThat(container.status("water").version()).isEqualTo("1.0.0");
        List<Boolean> shownWhenOldStopped = new ArrayList<>();
        container.context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == old) {
                shownWhenOldStopped.add(container.watch().shows("water", newest()));
            }
        });

        assertThat(container.modules().upgrade("water").version()).isEqualTo("1.1.0");
        assertThat(shownWhenOldStopped).containsExactly(true);
        assertThat(container.status("water").bundles()).containsExactly("sample.water/1.1.0");
        assertThat(container.context().getBundle(old)).isNull();

        container.restart();
        assertThat(container.status("water").version()).isEqualTo("1.1.0");
    }

    @Test
    void a_new_version_that_fails_goes_and_the_old_one_stays() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        var before = container.bundles();
        container.knows(feature(
                "service-water",
                "2.0.0",
                container.has(new SampleBundle("water", "2.0.0").service("water", "check", ""))));

        assertThatThrownBy(() -> container.modules().upgrade("water"))
                .hasMessage("Its health check failed: the database does not answer."
                        + " Module 'water' goes on as before, in version 1.0.0.");
        assertThat(container.bundles()).isEqualTo(before);
        assertThat(container.state("water")).isEqualTo(ENABLED);
    }

    @Test
    void the_newest_version_is_left_as_it_is() throws Exception {
        container.knowsModule("water", "1.0.0");
        var enabled = container.modules().enable("water");
        assertThat(container.modules().upgrade("water")).isEqualTo(enabled);
    }

    @Test
    void a_disabled_module_is_not_upgraded() {
        container.knowsModule("water", "1.0.0");
        assertThatThrownBy(() -> container.modules().upgrade("water"))
                .hasMessage("Module 'water' is disabled. Start its newest version: module:enable water");
    }

    @Test
    void a_module_that_others_need_is_upgraded_only_if_they_accept_the_version() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("water", "1.0.0", "<feature>service-registers</feature>");
        container.knowsModule("payments", "1.0.0", "<feature version=\"[1,2)\">service-registers</feature>");
        container.modules().enable("water");
        container.modules().enable("payments");
        container.knowsModule("registers", "1.5.0");

        assertThatThrownBy(() -> container.modules().upgrade("registers"))
                .hasMessage("Module 'registers' is needed by: water, which does not state that version 1.5.0 will do."
                        + " Disable it first: module:disable water");
        container.modules().disable("water");
        assertThat(container.modules().upgrade("registers").version()).isEqualTo("1.5.0");
        assertThat(container.state("payments")).isEqualTo(ENABLED);
    }

    @Test
    void a_library_of_both_versions_stays() throws Exception {
        SampleBundle library = container.has(new SampleBundle("library", "1.0.0"));
        container.knowsModule("water", "1.0.0", library);
        container.modules().enable("water");
        long id = container.bundle("library").orElseThrow().getBundleId();
        container.knowsModule("water", "1.1.0", library);

        container.modules().upgrade("water");
        assertThat(container.bundle("library").orElseThrow().getBundleId()).isEqualTo(id);
        container.modules().disable("water");
        assertThat(container.bundle("library")).isEmpty();
    }

    private long newest() {
        return java.util.Arrays.stream(container.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("sample.water"))
                .mapToLong(org.osgi.framework.Bundle::getBundleId)
                .max()
                .orElseThrow();
    }
}
