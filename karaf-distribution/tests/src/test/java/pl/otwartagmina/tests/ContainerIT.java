package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.otwartagmina.tests.Command.Answer;

@RunningPortal
class ContainerIT {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    @Test
    void every_bundle_runs(PortalProcess portal) {
        List<String> bundles = rows(portal.operator("bundle:list -t 0 --no-format"));
        assertThat(bundles).hasSizeGreaterThan(60);
        assertThat(bundles).allMatch(row -> row.matches(".*\\t(Active|Resolved)\\b.*"), "active or resolved");
    }

    /** Felix's servlet API brings both kinds of servlets; nobody may use the old one. */
    @Test
    void nobody_uses_the_old_servlets_and_there_is_no_old_jetty(PortalProcess portal) throws IOException {
        for (Path file : Jars.all()) {
            try (JarFile jar = new JarFile(file.toFile())) {
                assertThat(file.toString().contains("org.apache.felix.http.servlet-api")
                                || jar.getEntry("javax/servlet/Servlet.class") == null)
                        .as("no old servlets in " + file)
                        .isTrue();
            }
        }
        String packages = portal.operator(
                "bundle:capabilities --namespace osgi.wiring.package org.apache.felix.http.servlet-api");
        assertThat(packages.lines().filter(line -> line.contains("; javax.servlet")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("[UNUSED]"));
        assertThat(rows(portal.operator("bundle:list -s -t 0 --no-format")))
                .filteredOn(row -> row.contains("org.eclipse.jetty.server"))
                .hasSize(1)
                .allMatch(row -> row.matches(".*\\t12\\.\\S+\\s+\\t.*"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void residents_reach_one_port_and_operators_one_of_this_machine(PortalProcess portal) {
        List<Listeners.Address> all = Listeners.of(portal.pid()).all();
        assertThat(all)
                .extracting(Listeners.Address::port)
                .containsExactlyInAnyOrder(portal.httpPort(), portal.consolePort());
        assertThat(all).allMatch(Listeners.Address::isLoopback, "the demo is for this machine only");
    }

    @ParameterizedTest
    @CsvSource({"karaf, karaf", "admin, admin", "operator, operator", "operator, ''", "karaf, ''"})
    void no_default_password_opens_the_console(String user, String password, PortalProcess portal) throws IOException {
        assertThat(signIn(portal, user, password).exit()).isNotZero();
    }

    @Test
    void the_password_of_the_first_start_opens_the_console(PortalProcess portal) throws IOException {
        Properties accounts = new Properties();
        try (var in = Files.newBufferedReader(portal.data().resolve("console/users.properties"))) {
            accounts.load(in);
        }
        String password = accounts.getProperty("operator").strip();
        assertThat(portal.said()).contains("operator / " + password);
        Answer answer = signIn(portal, "operator", password);
        assertThat(answer.text()).contains("payments");
        assertThat(answer.exit()).isZero();
    }

    /** With Karaf's own client, which asks nothing of the script. */
    private static Answer signIn(PortalProcess portal, String user, String password) throws IOException {
        Pattern client = Pattern.compile("karaf\\.client|sshd-osgi|org/jline");
        String jars = Jars.all().stream()
                .map(Path::toString)
                .filter(client.asPredicate())
                .collect(Collectors.joining(File.pathSeparator));
        return Command.run(
                portal.data(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dkaraf.etc=" + portal.data().resolve("nowhere"),
                        "-Dorg.jline.terminal.dumb=true",
                        "-cp",
                        jars,
                        "org.apache.karaf.client.Main",
                        "-h",
                        "127.0.0.1",
                        "-a",
                        String.valueOf(portal.consolePort()),
                        "-u",
                        user,
                        "-p",
                        password,
                        "module:list"));
    }

    @Test
    void data_and_secrets_are_for_the_owner_only(PortalProcess portal) throws IOException {
        assertThat(Files.getPosixFilePermissions(portal.data())).doesNotContainAnyElementsOf(OTHERS);
        for (String secret : List.of("etc/users.properties", "console/users.properties", "etc/host.key")) {
            assertThat(Files.getPosixFilePermissions(portal.data().resolve(secret)))
                    .as(secret)
                    .doesNotContainAnyElementsOf(OTHERS);
        }
    }

    @Test
    void the_operator_sees_modules_in_a_table(PortalProcess portal) {
        assertThat(rows(portal.operator("module:list")))
                .anyMatch(row -> row.matches("payments +\\| enabled +\\| 0\\.1\\.0\\S* +\\| \\d{4}-\\d\\d-\\d\\d .*"));
        assertThat(portal.operator("module:info payments")).contains("pl.otwartagmina.service-payments");
    }

    @Test
    void the_console_tells_a_script_whether_a_command_failed(PortalProcess portal) {
        assertThat(portal.script("module:list").exit()).isZero();
        Answer unknown = portal.script("module:enable nowhere");
        assertThat(unknown.exit()).isNotZero();
        assertThat(unknown.text()).contains("There is no module 'nowhere'").doesNotContain("\tat ");
        assertThat(portal.script("no:such").exit()).isNotZero();
    }

    @Test
    void a_data_directory_in_use_is_refused_in_one_sentence(PortalProcess portal) {
        Answer second = Command.run(
                PortalProcess.HOME,
                PortalProcess.portal(
                        "run",
                        "--data",
                        portal.data().toString(),
                        "--http-port",
                        String.valueOf(PortalProcess.freePort()),
                        "--console-port",
                        String.valueOf(PortalProcess.freePort())));
        assertThat(second.exit()).isNotZero();
        assertThat(second.text().lines()).hasSize(1);
        assertThat(second.text()).contains("is in use by the portal with process " + portal.pid());
        assertThat(portal.console("module:list").exit()).isZero();
    }

    @Test
    void a_taken_port_is_refused_in_one_sentence(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(PortalProcess.freePort())) {
            Answer answer = Command.run(
                    PortalProcess.HOME,
                    PortalProcess.portal(
                            "run",
                            "--data",
                            folder.resolve("data").toString(),
                            "--http-port",
                            String.valueOf(taken.getLocalPort()),
                            "--console-port",
                            String.valueOf(PortalProcess.freePort())));
            assertThat(answer.exit()).isNotZero();
            assertThat(answer.text().lines()).hasSize(1);
            assertThat(answer.text()).contains("port " + taken.getLocalPort() + " is taken");
        }
    }

    private static List<String> rows(String table) {
        return table.lines()
                .skip(1)
                .filter(row -> !row.isBlank() && !row.startsWith("---"))
                .toList();
    }
}
