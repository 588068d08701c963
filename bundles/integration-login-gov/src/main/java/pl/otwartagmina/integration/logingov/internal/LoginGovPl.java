package pl.otwartagmina.integration.logingov.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.integration.logingov.internal.xml.Decryption;
import pl.otwartagmina.integration.logingov.internal.xml.KeyRing;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;
import pl.otwartagmina.integration.logingov.internal.xml.Signatures;

/**
 * Sign-in with login.gov.pl (Węzeł Krajowy). It exists only where its configuration does, and at once, so that what is wrong
 * with that is in the log before anybody signs in.
 */
@Component(immediate = true, configurationPid = LoginGovPl.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LoginGovPl.Config.class)
public final class LoginGovPl implements IdentityProvider {
    /** Without a hyphen: what stands behind one in the name of a file is taken for the name of an instance. */
    static final String PID = "pl.otwartagmina.logingov";

    static final String ID = "login-gov";
    static final String CONSUMER = "acs";
    static final String LOGOUT = "slo";
    static final String METADATA = "metadata";

    private static final Logger LOG = LoggerFactory.getLogger(LoginGovPl.class);
    private static final String XML = "text/xml;charset=utf-8";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    /** The contract with login.gov.pl. */
    @ObjectClassDefinition(name = "login.gov.pl", description = "Sign-in with Węzeł Krajowy, SAML 2.0")
    public @interface Config {
        @AttributeDefinition(description = "Name of the portal's system (entity id), as agreed with the ministry")
        String entityId();

        @AttributeDefinition(description = "ProviderName, as agreed with the ministry")
        String providerName();

        @AttributeDefinition(description = "Entity id of login.gov.pl")
        String provider() default "login.gov.pl";

        @AttributeDefinition(description = "Where browsers are sent")
        String singleSignOn() default "https://login.gov.pl/login/SingleSignOnService";

        @AttributeDefinition(description = "Where artifacts are resolved")
        String artifactResolution() default "https://login.gov.pl/login-services/idpArtifactResolutionService";

        @AttributeDefinition(description = "Where the end of a session is told")
        String singleLogout() default "https://login.gov.pl/login-services/singleLogoutService";

        @AttributeDefinition(description = "Key store with the portal's two keys, PKCS #12")
        String keyStore();

        @AttributeDefinition(description = "File that holds its password; empty: PORTAL_LOGIN_GOV_PASSWORD")
        String keyStorePassword__file() default "";

        @AttributeDefinition(description = "Alias of the key that signs")
        String signingKey() default "signing";

        @AttributeDefinition(description = "Alias of the key for which assertions are encrypted")
        String decryptionKey() default "encryption";

        @AttributeDefinition(description = "Certificates with which login.gov.pl signs, one or more, PEM")
        String providerCertificates();

        @AttributeDefinition(description = "Least level of assurance: low, substantial or high")
        String level() default "substantial";

        @AttributeDefinition(description = "Seconds by which clocks may differ")
        int clockSkew() default 60;
    }

    private final AuthnRequests requests;
    private final PendingRequests pending;
    private final ArtifactResolution artifacts;
    private final Assertions assertions;
    private final LogoutMessages logout;
    private final OpenSessions sessions = new OpenSessions();
    private final Farewells farewells;
    private final Metadata metadata;

    /** @throws IllegalArgumentException if the configuration lacks something, saying what */
    @Activate
    public LoginGovPl(BundleContext context, @Reference Clock clock, Config config) throws IOException {
        this(
                new Settings(
                        required("entityId", config.entityId()),
                        required("providerName", config.providerName()),
                        config.provider(),
                        URI.create(config.singleSignOn()),
                        URI.create(config.artifactResolution()),
                        URI.create(config.singleLogout()),
                        LevelOfAssurance.named(config.level()),
                        Duration.ofSeconds(config.clockSkew())),
                KeyRing.load(
                        Path.of(required("keyStore", config.keyStore())),
                        password(config).toCharArray(),
                        config.signingKey(),
                        config.decryptionKey(),
                        Path.of(required("providerCertificates", config.providerCertificates()))),
                SubjectSecret.readOrMake(
                        Path.of(String.valueOf(context.getProperty("karaf.data")), "secrets", "login-gov.key")),
                clock,
                Soap.PATIENCE,
                Farewells.PAUSE);
    }

    LoginGovPl(Settings settings, KeyRing keys, byte[] secret, Clock clock, Duration patience, Duration pause) {
        Signatures signatures = new Signatures(keys, clock);
        Messages messages = new Messages(settings, clock);
        Soap soap = new Soap(patience);
        pending = new PendingRequests(clock);
        requests = new AuthnRequests(settings, signatures, messages, pending, clock);
        artifacts = new ArtifactResolution(settings, signatures, messages, soap, clock);
        assertions = new Assertions(
                settings, signatures, messages, new Decryption(keys.decryption().key()), new Subjects(secret), clock);
        logout = new LogoutMessages(settings, signatures, messages, clock);
        farewells = new Farewells(settings, logout, soap, pause);
        metadata = new Metadata(settings, keys);
    }

    /** A property without a default that is not in the file comes as {@code null}, whatever its type says. */
    private static String required(String name, String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing in " + PID));
    }

    private static String password(Config config) throws IOException {
        if (!config.keyStorePassword__file().isBlank()) {
            return Files.readString(Path.of(config.keyStorePassword__file())).strip();
        }
        return required("keyStorePassword_file (or PORTAL_LOGIN_GOV_PASSWORD)", environment());
    }

    private static String environment() {
        return Optional.ofNullable(System.getenv("PORTAL_LOGIN_GOV_PASSWORD")).orElse("");
    }

    @Deactivate
    public void close() {
        farewells.close();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name(Locale locale) {
        return "login.gov.pl";
    }

    @Override
    public AccessLevel level() {
        return AccessLevel.STRONG;
    }

    @Override
    public Departure depart(Errand errand) {
        return requests.depart(errand);
    }

    @Override
    public Reply receive(Inbound message) throws ProviderUnavailable {
        return switch (message.method() + " " + message.path()) {
            case "POST " + CONSUMER -> arrive(message);
            case "POST " + LOGOUT -> end(message);
            case "GET " + METADATA -> new Reply.Answer(200, XML, metadata.at(message.address()));
            default -> Reply.Answer.status(NOT_FOUND);
        };
    }

    private Reply arrive(Inbound message) throws ProviderUnavailable {
        Optional<PendingRequests.Request> open = message.parameter("RelayState").flatMap(pending::take);
        if (open.isEmpty()) {
            return new Reply.Refused("", Reply.Reason.NOT_PROVEN, "RelayState of no request that waits for an answer");
        }
        PendingRequests.Request request = open.get();
        try {
            String artifact = message.parameter("SAMLart").orElseThrow(() -> new Rejected("no artifact"));
            Proof proof = assertions.proof(artifacts.resolve(artifact, request), request);
            sessions.add(Session.decoded(proof.session()));
            return new Reply.Arrived(request.errand(), proof);
        } catch (Rejected rejected) {
            return new Reply.Refused(request.errand(), rejected.reason(), String.valueOf(rejected.getMessage()));
        }
    }

    private Reply end(Inbound message) {
        try {
            LogoutMessages.Request request = logout.read(
                    SecureXml.parse(message.body()), message.address().resolve(LOGOUT));
            Set<Session> ended = request.sessions().isEmpty() ? sessions.endAll(request.nameId()) : request.sessions();
            ended.forEach(sessions::end);
            return new Reply.Over(
                    ended.stream().map(Session::encoded).collect(Collectors.toSet()),
                    new Reply.Answer(200, XML, logout.response(request)));
        } catch (Rejected rejected) {
            LOG.warn("A LogoutRequest was refused: {}", rejected.getMessage());
            return Reply.Answer.status(FORBIDDEN);
        }
    }

    @Override
    public Optional<URI> signedOut(String session, URI back) {
        Session ended = Session.decoded(session);
        sessions.end(ended);
        farewells.send(ended);
        return Optional.empty();
    }
}
