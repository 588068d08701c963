package pl.otwartagmina.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.DISABLED;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.ENABLED;
import static pl.otwartagmina.api.lifecycle.ModuleStatus.State.FAILED;
import static pl.otwartagmina.lifecycle.Container.feature;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleException;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.lifecycle.sample.BlockingActivator;
import pl.otwartagmina.lifecycle.sample.StubbornActivator;
import pl.otwartagmina.lifecycle.sample.ThrowingActivator;

class EnableTest {
    private Container container;

    @BeforeEach
    void start(@TempDir Path home) {
        container = new Container(home);
    }

    @AfterEach
    void stop() {
        System.setProperty("sample.release", "yes");
        container.close();
        System.clearProperty("sample.release");
    }

    @Test
    void a_known_module_is_disabled_until_it_is_enabled() throws Exception {
        container.knowsModule("water", "1.2.0");
        assertThat(container.status("water"))
                .isEqualTo(new ModuleStatus(
                        "water",
                        "1.2.0",
                        "The service-water module",
                        DISABLED,
                        java.util.Optional.empty(),
                        "",
                        java.util.List.of(),
                        java.util.List.of("mvn:sample/water/1.2.0")));

        ModuleStatus enabled = container.modules().enable("water");

        assertThat(enabled).isEqualTo(container.status("water"));
        assertThat(enabled.state()).isEqualTo(ENABLED);
        assertThat(enabled.since()).isPresent();
        assertThat(enabled.bundles()).containsExactly("sample.water/1.2.0");
        long bundle = container.bundle("water").orElseThrow().getBundleId();
        assertThat(container.watch().shows("water", bundle)).isTrue();
    }

    @Test
    void features_of_karaf_that_look_like_modules_are_none() {
        container.knowsModule("water", "1.0.0");
        container.features.knowsKarafs(Container.features(
                feature("service-wrapper", "4.4.10", "<bundle>mvn:org.apache.karaf.wrapper/core/4.4.10</bundle>")));
        assertThat(container.modules().all()).extracting(ModuleStatus::id).containsExactly("water");
    }

    @Test
    void enabling_twice_leaves_the_module_as_it_is() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        long bundle = container.bundle("water").orElseThrow().getBundleId();

        assertThat(container.modules().enable("water").state()).isEqualTo(ENABLED);
        assertThat(container.bundle("water").orElseThrow().getBundleId()).isEqualTo(bundle);
    }

    @Test
    void of_several_versions_the_newest_is_enabled() throws Exception {
        container.knowsModule("water", "1.9.0");
        container.knowsModule("water", "1.10.0");
        assertThat(container.modules().enable("water").version()).isEqualTo("1.10.0");
    }

    @Test
    void an_unknown_module_is_refused_and_the_known_ones_named() {
        container.knowsModule("water", "1.0.0");
        assertRefused("fire")
                .isEqualTo("There is no module 'fire'. Known are: water. A new one comes with: module:install FILE");
    }

    @Test
    void modules_that_are_needed_are_enabled_first() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("water", "1.0.0", "<feature>service-registers</feature>");

        assertThat(container.modules().enable("water").requires()).containsExactly("registers");
        assertThat(container.state("registers")).isEqualTo(ENABLED);
        assertThat(container.bundle("registers").orElseThrow().getBundleId())
                .isLessThan(container.bundle("water").orElseThrow().getBundleId());
    }

    @Test
    void a_module_that_is_needed_but_unknown_is_named() {
        container.knowsModule("water", "1.0.0", "<feature version=\"[2,3)\">service-registers</feature>");
        assertRefused("water")
                .startsWith("Module 'water' needs module 'registers' [2.0.0,3.0.0), which is not known here.");
    }

    @Test
    void an_enabled_module_of_an_unfit_version_is_named() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("water", "1.0.0", "<feature version=\"[2,3)\">service-registers</feature>");
        container.modules().enable("registers");
        assertRefused("water").contains("but version 1.0.0 is enabled").contains("module:upgrade registers");
    }

    @Test
    void modules_that_need_each_other_are_refused() {
        container.knowsModule("registers", "1.0.0", "<feature>service-water</feature>");
        container.knowsModule("water", "1.0.0", "<feature>service-registers</feature>");
        assertRefused("water").contains("circle");
    }

    @Test
    void a_missing_import_is_named_and_nothing_stays() {
        SampleBundle bundle = SampleBundle.module("water", "1.0.0").imports("pl.vendor.maps;version=\"[2.1,3)\"");
        container.knows(feature("service-water", "1.0.0", container.has(bundle)));
        assertRefused("water")
                .isEqualTo("There is no package pl.vendor.maps [2.1.0,3.0.0) for bundle sample.water."
                        + " Module 'water' stays disabled.");
    }

    @Test
    void a_bundle_that_is_not_in_the_portal_is_named() {
        container.knows(feature("service-water", "1.0.0", "<bundle>mvn:sample/none/1.0.0</bundle>"));
        assertRefused("water").startsWith("Bundle mvn:sample/none/1.0.0 is not in this portal.");
    }

    @Test
    void a_start_that_throws_is_taken_back_with_the_root_cause() {
        SampleBundle bundle = SampleBundle.module("water", "1.0.0").activator(ThrowingActivator.class);
        container.knows(feature("service-water", "1.0.0", container.has(bundle)));
        assertRefused("water").startsWith("The port is taken (IOException), thrown at its start.");
    }

    @Test
    void a_constructor_that_throws_is_taken_back_with_its_message() {
        knowsFaulty("constructor");
        assertRefused("water").startsWith("The table is locked (IllegalStateException) in Component.");
    }

    @Test
    void a_health_check_that_fails_is_taken_back_with_its_message() {
        knowsFaulty("check");
        assertRefused("water").startsWith("Its health check failed: the database does not answer.");
    }

    @Test
    void a_constructor_that_blocks_is_given_up_and_taken_back() {
        container.hurry();
        knowsFaulty("blocks");
        assertRefused("water").startsWith("It blocks: its start did not end within 1 s.");
    }

    @Test
    void a_start_that_blocks_is_given_up_and_taken_back() {
        container.hurry();
        SampleBundle bundle = SampleBundle.module("water", "1.0.0").activator(BlockingActivator.class);
        container.knows(feature("service-water", "1.0.0", container.has(bundle)));
        assertRefused("water").startsWith("It blocks: its start did not end within 1 s.");
    }

    @Test
    void a_start_that_cannot_be_interrupted_hinders_no_other_module_and_is_gone_after_a_restart() throws Exception {
        container.hurry();
        SampleBundle bundle = SampleBundle.module("water", "1.0.0").activator(StubbornActivator.class);
        container.knows(feature("service-water", "1.0.0", container.has(bundle)));
        container.knowsModule("surveys", "1.0.0");

        assertThatThrownBy(() -> container.modules().enable("water"))
                .hasMessageContaining("It blocks")
                .hasMessageEndingWith("what is left of it goes when the portal restarts.");
        assertThat(container.state("water")).isEqualTo(DISABLED);
        assertThat(container.modules().enable("surveys").state()).isEqualTo(ENABLED);

        System.setProperty("sample.release", "yes");
        container.restart();
        assertThat(container.state("water")).isEqualTo(DISABLED);
        container.modules().enable("surveys");
        assertThat(container.bundle("water")).isEmpty();
    }

    @Test
    void a_reference_that_nobody_offers_is_named() {
        SampleBundle bundle = new SampleBundle("water", "1.0.0")
                .service("water", "", "<reference name=\"maps\" interface=\"pl.vendor.Maps\"/>");
        container.knows(feature("service-water", "1.0.0", container.has(bundle)));
        assertRefused("water").startsWith("No service pl.vendor.Maps for Component.");
    }

    @Test
    void an_id_that_is_taken_is_refused_and_its_owner_goes_on() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        container.knows(feature(
                "service-sewage",
                "1.0.0",
                container.has(new SampleBundle("sewage", "1.0.0").service("water", "", ""))));

        assertRefused("sewage").startsWith("The id 'water' is already taken.");
        assertThat(container.state("water")).isEqualTo(ENABLED);
    }

    @Test
    void a_module_without_an_e_service_is_refused() {
        container.knows(feature("service-water", "1.0.0", container.has(new SampleBundle("water", "1.0.0"))));
        assertRefused("water").startsWith("Its bundles register no pl.otwartagmina.api.module.EService.");
    }

    @Test
    void a_module_that_carries_another_id_is_refused() {
        container.hurry();
        container.knows(feature(
                "service-water", "1.0.0", container.has(new SampleBundle("water", "1.0.0").service("sewage", "", ""))));
        assertRefused("water").startsWith("The portal does not show it under the id 'water' after 1 s.");
    }

    @Test
    void what_was_enabled_for_a_module_that_fails_is_taken_back_too() throws Exception {
        container.knowsModule("registers", "1.0.0");
        container.knowsModule("maps", "1.0.0");
        container.knows(feature(
                "service-water",
                "1.0.0",
                "<feature>service-registers</feature><feature>service-maps</feature>",
                container.has(new SampleBundle("water", "1.0.0").service("water", "check", ""))));
        container.modules().enable("maps");

        assertRefused("water").startsWith("Its health check failed");
        assertThat(container.state("registers")).isEqualTo(DISABLED);
        assertThat(container.state("maps")).isEqualTo(ENABLED);
    }

    @Test
    void the_module_that_fails_is_named_where_another_needs_it() {
        knowsFaulty("check");
        container.knowsModule("payments", "1.0.0", "<feature>service-water</feature>");
        assertRefused("payments")
                .contains("That is module 'water', which 'payments' needs. Module 'payments' stays disabled.");
    }

    @Test
    void an_integration_is_enabled_without_a_page_of_its_own() throws Exception {
        container.knows(feature("integration-smtp", "1.0.0", container.has(new SampleBundle("smtp", "1.0.0"))));
        assertThat(container.modules().enable("smtp").state()).isEqualTo(ENABLED);
    }

    @Test
    void an_integration_of_which_nothing_can_run_is_refused() {
        SampleBundle payu = new SampleBundle("payu", "1.0.0")
                .component("<service><provide interface=\"java.lang.Runnable\"/></service>"
                        + "<reference name=\"gate\" interface=\"pl.vendor.Gate\"/>");
        container.knows(feature("integration-payu", "1.0.0", container.has(payu)));
        assertRefused("payu").startsWith("No service pl.vendor.Gate for Component.");
    }

    @Test
    void enabled_modules_come_back_after_a_restart_by_the_framework_alone() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.knowsModule("surveys", "1.0.0");
        ModuleStatus before = container.modules().enable("water");
        container.modules().enable("surveys");
        container.modules().disable("surveys");
        ModuleStatus disabled = container.status("surveys");

        container.restart();

        assertThat(awaitState("water", ENABLED)).isEqualTo(before);
        assertThat(container.status("surveys")).isEqualTo(disabled);
        assertThat(disabled.since()).isPresent();
    }

    @Test
    void a_module_in_trouble_is_failed_with_the_reason_and_can_be_enabled_again() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        container.watch().trouble("water", "its page threw NullPointerException");

        assertThat(container.status("water").state()).isEqualTo(FAILED);
        assertThat(container.status("water").reason()).isEqualTo("its page threw NullPointerException");
        assertThat(container.modules().enable("water").state()).isEqualTo(ENABLED);
    }

    @Test
    void a_module_stopped_by_hand_is_failed_and_enabled_again_with_its_own_bundle() throws Exception {
        container.knowsModule("water", "1.0.0");
        container.modules().enable("water");
        container.bundle("water").orElseThrow().stop(org.osgi.framework.Bundle.STOP_TRANSIENT);

        assertThat(container.status("water").reason()).isEqualTo("bundle sample.water does not run");
        assertThat(container.modules().enable("water").state()).isEqualTo(ENABLED);
    }

    @Test
    void a_module_taken_apart_by_hand_is_failed_and_made_whole_by_enabling() throws Exception {
        SampleBundle library = container.has(new SampleBundle("library", "1.0.0"));
        container.knowsModule("water", "1.0.0", library);
        container.modules().enable("water");
        container.bundle("library").orElseThrow().uninstall();

        assertThat(container.status("water").reason()).startsWith("missing: mvn:sample/library/1.0.0");
        assertThat(container.modules().enable("water").state()).isEqualTo(ENABLED);
        assertThat(container.bundle("library")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"surveys", "water"})
    void commands_of_several_consoles_wait_for_each_other(String second) throws Exception {
        container.hurry();
        knowsFaulty("blocks");
        container.knowsModule("surveys", "1.0.0");
        FutureTask<ModuleStatus> first =
                new FutureTask<>(() -> container.modules().enable("water"));
        Thread console = new Thread(first);
        console.start();
        while (container.bundle("water").isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(container.state("water")).as("reads do not wait").isEqualTo(DISABLED);
        try {
            container.modules().enable(second);
        } catch (ModuleRefused expected) {
            assertThat(second).isEqualTo("water");
        }
        assertThat(first.isDone()).isTrue();
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasMessageContaining("It blocks");
    }

    private void knowsFaulty(String fault) {
        container.knows(feature(
                "service-water",
                "1.0.0",
                container.has(new SampleBundle("water", "1.0.0").service("water", fault, ""))));
    }

    /** Enables the module, which is refused and must leave no trace. */
    private org.assertj.core.api.AbstractStringAssert<?> assertRefused(String id) {
        Map<String, Integer> before = container.bundles();
        String[] message = {""};
        assertThatThrownBy(() -> container.modules().enable(id))
                .isInstanceOfSatisfying(ModuleRefused.class, e -> message[0] = e.getMessage())
                .hasNoCause();
        assertThat(container.bundles()).isEqualTo(before);
        return assertThat(message[0]);
    }

    private ModuleStatus awaitState(String id, ModuleStatus.State state) throws BundleException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (container.state(id) != state && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return container.status(id);
    }
}
