package pl.otwartagmina.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.api.lifecycle.ModuleStatus;
import pl.otwartagmina.api.lifecycle.ModuleStatus.State;
import pl.otwartagmina.api.lifecycle.Modules;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;

class ModuleCommandsTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FakeModules modules = new FakeModules();
    private @Nullable Terminal terminal;

    @Test
    void the_list_shows_every_module_and_why_one_failed() throws Exception {
        run(new ListModules());
        assertThat(lines())
                .satisfiesExactly(
                        header ->
                                assertThat(header).matches("Id +\\W State +\\W Version +\\W Since +\\W Description *"),
                        rule -> assertThat(rule).doesNotContainPattern("\\w"),
                        row -> assertThat(row)
                                .matches("payments +\\W disabled +\\W 1.0.0 +\\W +\\W Dues and payments *"),
                        row -> assertThat(row)
                                .matches("surveys +\\W failed +\\W 1.0.0 +\\W 2026-07-01 12:30 +\\W Surveys *"),
                        reason -> assertThat(reason).matches("[\\s\\W]+ Reason: the database does not answer *"),
                        row -> assertThat(row)
                                .matches(
                                        "water +\\W enabled +\\W 1.2.0 +\\W 2026-01-01 12:30 +\\W Water and sewage *"));
    }

    @Test
    void only_the_words_of_the_state_are_coloured_and_only_on_a_terminal() throws Exception {
        run(new ListModules());
        assertThat(text()).doesNotContain("\u001b");
        written.reset();

        terminal = (Terminal) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Terminal.class}, (proxy, method, arguments) -> null);
        run(new ListModules());
        assertThat(text())
                .contains(SimpleAnsi.COLOR_GREEN + "enabled")
                .contains(SimpleAnsi.COLOR_YELLOW + "disabled")
                .contains(SimpleAnsi.COLOR_RED + "failed")
                .doesNotContain(SimpleAnsi.COLOR_RED + "Reason");
    }

    @Test
    void the_card_of_a_module_tells_what_it_needs_and_who_needs_it() throws Exception {
        ShowModule payments = new ShowModule();
        payments.id = "payments";
        run(payments);
        assertThat(lines()).contains("State        disabled", "Needs        water", "Bundle       pl.payments/1.0.0");
        written.reset();

        ShowModule water = new ShowModule();
        water.id = "water";
        run(water);
        assertThat(lines()).contains("Needed by    payments").noneMatch(line -> line.startsWith("Reason"));
    }

    @Test
    void an_unknown_id_fails_the_command() {
        ShowModule fire = new ShowModule();
        fire.id = "fire";
        assertThatThrownBy(() -> run(fire))
                .isInstanceOf(CommandException.class)
                .hasMessage("There is no module 'fire'. Show all: module:list");
    }

    @Test
    void what_is_refused_fails_the_command_with_the_reason_and_no_trace() {
        DisableModule water = new DisableModule();
        water.id = "water";
        assertThatThrownBy(() -> run(water))
                .isInstanceOfSatisfying(CommandException.class, e -> assertThat(e.getNiceHelp())
                        .isEqualTo("Refused: Module 'water' is needed by: payments."));
    }

    @Test
    void enabling_tells_version_and_time() throws Exception {
        EnableModule payments = new EnableModule();
        payments.id = "payments";
        run(payments);
        assertThat(text()).matches("Module 'payments' 1.0.0 is enabled \\(\\d+ ms\\)\\.\\R");
    }

    @Test
    void installing_says_what_to_do_next() throws Exception {
        InstallModule kar = new InstallModule();
        kar.file = "/tmp/modules.kar";
        run(kar);
        assertThat(lines())
                .containsExactly(
                        "Module 'payments' is installed. Switch it on: module:enable payments",
                        "Module 'water' is installed. Go over to it: module:upgrade water");
    }

    @Test
    void an_upgrade_tells_both_versions_or_that_there_is_no_newer_one() throws Exception {
        UpgradeModule water = new UpgradeModule();
        water.id = "water";
        run(water);
        run(water);
        assertThat(lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Module 'water' went from 1.2.0 to 2.0.0 ("),
                        second -> assertThat(second)
                                .isEqualTo("Module 'water' runs in its newest version already: 2.0.0."));
    }

    @Test
    void ids_are_completed_for_what_the_command_can_do() {
        assertThat(completed(new ModuleIds())).containsExactly("payments ", "surveys ", "water ");
        assertThat(completed(new IdleModuleIds())).containsExactly("payments ", "surveys ");
        assertThat(completed(new ActiveModuleIds())).containsExactly("surveys ", "water ");
    }

    private List<String> completed(ModuleIds completer) {
        completer.modules = modules;
        List<String> candidates = new ArrayList<>();
        completer.complete(session(), new ArgumentCommandLine("", 0), candidates);
        return candidates;
    }

    @Test
    void the_screens_are_shown_with_who_may_see_them() throws Exception {
        ListViews views = new ListViews();
        views.services = List.of(new Library());
        run(views);
        assertThat(lines())
                .anySatisfy(row -> assertThat(row).matches("/e/library +\\W public +\\W *"))
                .anySatisfy(row -> assertThat(row).matches("/e/library/desk +\\W account +\\W clerk:library *"));
    }

    /** A module with a screen for everybody and one for its clerks. */
    private static final class Library implements EService {
        @Override
        public ModuleInfo info() {
            return new ModuleInfo("library", Category.SERVICES, AccessLevel.PUBLIC, "book-open", 50);
        }

        @Override
        public List<View<?>> views() {
            return List.of(
                    View.first(Div.class, "library.title", AccessLevel.PUBLIC, acting -> new Div()),
                    View.inner("desk", Span.class, "library.desk", AccessLevel.ACCOUNT, acting -> new Span())
                            .forRole(Role.clerk("library")));
        }
    }

    private void run(ModuleCommand command) throws Exception {
        command.modules = modules;
        command.session = session();
        command.execute();
    }

    private Session session() {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConsole" -> out;
                    case "getTerminal" -> terminal;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return text().lines().map(String::stripTrailing).toList();
    }

    /** Three modules, of which one is needed and has a newer version. */
    private static final class FakeModules implements Modules {
        private String water = "1.2.0";

        @Override
        public List<ModuleStatus> all() {
            return List.of(
                    status("payments", "1.0.0", "Dues and payments", State.DISABLED, Optional.empty(), "", "water"),
                    status(
                            "surveys",
                            "1.0.0",
                            "Surveys",
                            State.FAILED,
                            Optional.of(Instant.parse("2026-07-01T10:30:00Z")),
                            "the database does not answer"),
                    status(
                            "water",
                            water,
                            "Water and sewage",
                            State.ENABLED,
                            Optional.of(Instant.parse("2026-01-01T11:30:00Z")),
                            ""));
        }

        @Override
        public Optional<ModuleStatus> find(String id) {
            return all().stream().filter(module -> module.id().equals(id)).findFirst();
        }

        @Override
        public ModuleStatus enable(String id) {
            return status(id, "1.0.0", "", State.ENABLED, Optional.empty(), "");
        }

        @Override
        public ModuleStatus disable(String id) throws ModuleRefused {
            throw new ModuleRefused("Module 'water' is needed by: payments.");
        }

        @Override
        public List<String> install(Path kar) {
            return List.of("payments", "water");
        }

        @Override
        public ModuleStatus upgrade(String id) {
            water = "2.0.0";
            return find(id).orElseThrow();
        }

        @Override
        public void remove(String id) {
            throw new UnsupportedOperationException(id);
        }

        private static ModuleStatus status(
                String id,
                String version,
                String description,
                State state,
                Optional<Instant> since,
                String reason,
                String... requires) {
            return new ModuleStatus(
                    id,
                    version,
                    description,
                    state,
                    since,
                    reason,
                    List.of(requires),
                    List.of("pl." + id + "/" + version));
        }
    }
}
