package pl.otwartagmina.tests;

import static java.nio.file.StandardOpenOption.CREATE;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A real identity provider: Keycloak as Maven unpacked it, with everything in memory. */
final class KeycloakServer implements AutoCloseable {
    static final String PASSWORD = "zielony rower w deszczu";
    private static final Path FOLDER = PortalProcess.HOME.resolve("karaf-distribution/tests/target/keycloak");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String OPERATOR = "operator";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String password = UUID.randomUUID().toString();
    private final int port = PortalProcess.freePort();
    private final Process process;

    /**
     * A realm of its own for each test. In each there are {@code anna} and {@code bartek}; his e-mail address is not verified.
     *
     * @param issuer as the portal has to know it
     * @param secret that the portal shows it
     * @param anna the realm's own name of her
     */
    record Realm(String name, String issuer, String secret, String anna) {}

    private KeycloakServer(Path home) throws IOException {
        Path log = log();
        ProcessBuilder start = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        OPERATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password));
        process = start.start();
        // also when the tests are ended from outside
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it and waits until it answers. At its first start it builds itself in its folder, so one starts at a time. */
    static KeycloakServer start() {
        try (var turns = FileChannel.open(FOLDER.resolve("start.lock"), CREATE, WRITE);
                var turn = turns.lock();
                var unpacked = Files.newDirectoryStream(FOLDER, "keycloak-*.*.*")) {
            KeycloakServer server = new KeycloakServer(unpacked.iterator().next());
            try {
                Until.holds("Keycloak answers, see " + server.log(), LIMIT, server::answers);
            } catch (AssertionError never) {
                server.close();
                throw never;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
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

    @Override
    public void close() {
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
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended by itself");
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(address("/realms/master"))))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
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
