package pl.otwartagmina.integration.logingov.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.integration.logingov.internal.xml.KeyRing;
import pl.otwartagmina.integration.logingov.simulator.Identity;
import pl.otwartagmina.integration.logingov.simulator.LoginGovSimulator;

/** The portal and a browser, with the simulator at the other end. */
final class Portal implements AutoCloseable {
    static final URI ADDRESS = URI.create("https://portal.gmina.example/sso/login-gov/");
    static final String ENTITY_ID = "https://portal.gmina.example";

    /** More than a busy machine stands still. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Identity SIGNING = Identity.elliptic("portal signing");
    private static final Identity DECRYPTION = Identity.elliptic("portal encryption");

    final LoginGovSimulator simulator = new LoginGovSimulator(SIGNING.certificate(), DECRYPTION.certificate());
    final LoginGovPl provider;
    private final HttpClient browser = HttpClient.newHttpClient();

    Portal() {
        this(PATIENCE);
    }

    /** @param patience how long the provider may take to resolve an artifact */
    Portal(Duration patience) {
        this(LevelOfAssurance.SUBSTANTIAL, Clock.systemUTC(), List.of(), patience);
    }

    Portal(LevelOfAssurance level, Clock clock) {
        this(level, clock, List.of());
    }

    /** @param older certificates of the provider beside the one it signs with */
    Portal(LevelOfAssurance level, Clock clock, List<X509Certificate> older) {
        this(level, clock, older, PATIENCE);
    }

    private Portal(LevelOfAssurance level, Clock clock, List<X509Certificate> older, Duration patience) {
        List<X509Certificate> trusted = new ArrayList<>(older);
        if (older.isEmpty()) {
            trusted.add(simulator.identity().certificate());
        }
        provider = new LoginGovPl(
                new Settings(
                        ENTITY_ID,
                        "Gmina Modrzewiny",
                        LoginGovSimulator.ENTITY_ID,
                        simulator.singleSignOn(),
                        simulator.artifactResolution(),
                        simulator.singleLogout(),
                        level,
                        Duration.ofSeconds(60)),
                new KeyRing(pair(SIGNING), pair(DECRYPTION), trusted),
                new byte[32],
                clock,
                patience,
                Duration.ofMillis(20));
    }

    static KeyRing.Pair pair(Identity identity) {
        return new KeyRing.Pair((ECPrivateKey) identity.key(), identity.certificate());
    }

    static Errand errand(AccessLevel level) {
        String id =
                (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, 43);
        return new Errand(id, ADDRESS, level, true, Locale.forLanguageTag("pl"));
    }

    /** Sends the browser there; what it then brings back. */
    Map<String, String> visit(Errand errand) {
        Departure.Form form = (Departure.Form) provider.depart(errand);
        String body = form.fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(form.address())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new IllegalStateException(page.body());
            }
            Map<String, String> fields = new HashMap<>();
            Matcher field = FIELD.matcher(page.body());
            while (field.find()) {
                fields.put(field.group(1), field.group(2));
            }
            return fields;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the browser brings back, posted to the portal. */
    Reply comeBack(Map<String, String> fields) throws ProviderUnavailable {
        return provider.receive(new Inbound(
                "POST",
                ADDRESS,
                "acs",
                fields.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))),
                new byte[0]));
    }

    /** There and back. */
    Reply signIn() throws ProviderUnavailable {
        return comeBack(visit(errand(AccessLevel.STRONG)));
    }

    /** A message that comes without a browser. */
    Reply post(String path, byte[] body) throws ProviderUnavailable {
        return provider.receive(new Inbound("POST", ADDRESS, path, Map.of(), body));
    }

    @Override
    public void close() {
        provider.close();
        simulator.close();
    }
}
