package pl.otwartagmina.tests;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real identity provider: Keycloak as Maven unpacked it, with everything in memory. It takes a minute of a processor to
 * start, so the first process of tests that needs it starts it, others join, and it ends with the last of them.
 */
final class KeycloakServer implements AutoCloseable {
    static final String PASSWORD = Residents.PASSWORD;
    private static final Path FOLDER = PortalProcess.HOME.resolve("karaf-distribution/tests/target/keycloak");
    private static final Path RUNNING = FOLDER.resolve("running");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String OPERATOR = "operator";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private final String password;
    /** Of who has started it, and ends it. */
    private final Optional<Process> process;
    /** Shared by all who use it. */
    private final FileChannel users;

    /**
     * A realm of its own for each test. In each there are {@code anna} and {@code bartek}; his e-mail address is not verified.
     *
     * @param issuer as the portal has to know it
     * @param secret that the portal shows it
     * @param anna the realm's own name of her
     */
    record Realm(String name, String issuer, String secret, String anna) {}

    private KeycloakServer(int port, String password, Optional<Process> process) throws IOException {
        this.port = port;
        this.password = password;
        this.process = process;
        this.users = open("users.lock");
    }

    /** Joins the one that runs, or starts it and waits until it answers. */
    static KeycloakServer start() {
        try (var turns = open("start.lock");
                var turn = turns.lock()) {
            KeycloakServer server = join();
            if (!server.answers()) {
                server.users.close();
                server = launch();
            }
            // held until it is closed
            server.users.lock(0, Long.MAX_VALUE, true);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeycloakServer join() throws IOException {
        Properties running = new Properties();
        if (Files.exists(RUNNING)) {
            try (var in = Files.newBufferedReader(RUNNING)) {
                running.load(in);
            }
        }
        return new KeycloakServer(
                Integer.parseInt(running.getProperty("port", "1")),
                running.getProperty("password", ""),
                Optional.empty());
    }

    private static KeycloakServer launch() throws IOException {
        int port = PortalProcess.freePort();
        String password = UUID.randomUUID().toString();
        Process process;
        try (var unpacked = Files.newDirectoryStream(FOLDER, "keycloak-*.*.*")) {
            process = launch(unpacked.iterator().next(), port, password);
        }
        KeycloakServer server = new KeycloakServer(port, password, Optional.of(process));
        try {
            Until.holds("Keycloak answers, see " + log(port), LIMIT, server::answers);
        } catch (AssertionError never) {
            process.destroyForcibly();
            throw never;
        }
        Files.writeString(RUNNING, "port = " + port + "\npassword = " + password + "\n");
        return server;
    }

    private static Process launch(Path home, int port, String password) throws IOException {
        ProcessBuilder start = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log(port).toFile());
        start.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        OPERATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        Process process = start.start();
        // also when the tests are ended from outside
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static FileChannel open(String lock) throws IOException {
        return FileChannel.open(FOLDER.resolve(lock), CREATE, READ, WRITE);
    }

    private static Path log(int port) {
        return FOLDER.resolve("keycloak-" + port + ".log");
    }

    /**
     * Makes a realm that knows a portal.
     *
     * @param home of the portal, with a slash at its end
     * @param provider id of this provider in the portal
     */
    Realm realm(String home, String provider) {
        String name = "gmina-" + UUID.randomUUID();
        String secret = UUID.randomUUID().toString();
        String anna = UUID.randomUUID().toString();
        String description = template()
                .replace("@realm@", name)
                .replace("@secret@", secret)
                .replace("@anna@", anna)
                .replace("@home@", home)
                .replace("@address@", home + "sso/" + provider + "/");
        administer("", description, 201);
        return new Realm(name, address("/realms/" + name), secret, anna);
    }

    /** Ends all sessions of {@code anna}, as an administrator does. */
    void signOutAnna(Realm realm) {
        administer("/" + realm.name() + "/users/" + realm.anna() + "/logout", "", 204);
    }

    /** Who has started it waits until nobody uses it any more, and lets nobody join meanwhile. */
    @Override
    public void close() {
        try {
            if (process.isPresent()) {
                try (var turns = open("start.lock");
                        var turn = turns.lock()) {
                    users.close();
                    try (var others = open("users.lock");
                            var none = others.lock()) {
                        Files.delete(RUNNING);
                        end(process.get());
                    }
                }
            } else {
                users.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        if (process.isPresent() && !process.get().isAlive()) {
            throw new AssertionError("Keycloak ended by itself");
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(address("/realms/master"))))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    private void administer(String path, String json, int expected) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address("/admin/realms" + path)))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() != expected) {
            throw new AssertionError("Keycloak answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private String token() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address("/realms/master/protocol/openid-connect/token")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                + OPERATOR + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8))));
        try {
            return Objects.requireNonNull(
                    JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token"));
        } catch (ParseException junk) {
            throw new AssertionError("Keycloak gave no token: " + answer.body(), junk);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static String template() {
        try (var in = Objects.requireNonNull(KeycloakServer.class.getResourceAsStream("/keycloak/realm.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
