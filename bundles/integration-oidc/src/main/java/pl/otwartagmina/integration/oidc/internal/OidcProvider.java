package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.IdentityProvider;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.module.AccessLevel;

/** One OpenID Connect provider. There are as many as there are configuration files; each says at once if it is wrong. */
@Component(
        service = IdentityProvider.class,
        immediate = true,
        configurationPid = OidcProvider.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class, factory = true)
public final class OidcProvider implements IdentityProvider {
    static final String PID = "pl.otwartagmina.oidc";

    /** Where the provider says that a session is over, below the address of the portal for it. */
    static final String BACK_CHANNEL = "backchannel";

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final Settings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Discovery discovery;
    private final CodeFlow flow;
    private final LogoutTokens logoutTokens;
    private final Sessions sessions;

    /** @throws IllegalArgumentException if a setting is wrong, telling which */
    @Activate
    public OidcProvider(@Reference Clock clock, Config config) throws IOException {
        this(Settings.of(config, System.getenv()), clock);
    }

    OidcProvider(Settings settings, Clock clock) {
        this.settings = settings;
        discovery = new Discovery(settings.issuer(), clock);
        SignedTokens tokens = new SignedTokens(settings, new ProviderKeys(discovery, clock), clock);
        sessions = new Sessions(clock);
        flow = new CodeFlow(settings, discovery, tokens, sessions, clock);
        logoutTokens = new LogoutTokens(tokens, clock);
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public String name(Locale locale) {
        return settings.name(locale);
    }

    @Override
    public AccessLevel level() {
        return settings.level();
    }

    @Override
    public Departure depart(Errand errand) throws ProviderUnavailable {
        return flow.depart(errand, conversation());
    }

    @Override
    public Reply receive(Inbound message) throws ProviderUnavailable {
        return switch (message.method() + " " + message.path()) {
            case "GET " + CodeFlow.RETURN -> flow.complete(message, conversation());
            case "POST " + BACK_CHANNEL ->
                over(message.parameter("logout_token").orElse(""));
            default -> Reply.Answer.status(404);
        };
    }

    @Override
    public Optional<URI> signedOut(String session, URI back) {
        var hint = sessions.end(session);
        return discovery
                .known()
                .flatMap(provider -> Optional.ofNullable(provider.getEndSessionEndpointURI()))
                .map(address -> new LogoutRequest(
                                address, hint.orElse(null), null, settings.clientId(), back, null, null)
                        .toURI());
    }

    private Reply over(String token) throws ProviderUnavailable {
        try {
            return new Reply.Over(sessions.end(logoutTokens.claims(token, conversation())), Reply.Answer.status(200));
        } catch (Rejected rejected) {
            LOG.warn("{} sent a logout that is not believed: {}", settings.id(), rejected.details());
            // OpenID Connect Back-Channel Logout 1.0, 2.8
            String error = OAuth2Error.INVALID_REQUEST
                    .setDescription(rejected.details())
                    .toJSONObject()
                    .toJSONString();
            return new Reply.Answer(400, "application/json", error.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Conversation conversation() {
        return new Conversation(client, settings.timeout());
    }
}
