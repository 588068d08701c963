package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** What the provider says about itself (OpenID Connect Discovery 1.0). */
final class Discovery {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Issuer issuer;
    private final Fetched<OIDCProviderMetadata> metadata;

    Discovery(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.metadata = new Fetched<>(this::fetch, LIFETIME, clock);
    }

    OIDCProviderMetadata metadata(Conversation conversation) throws ProviderUnavailable {
        return metadata.get(conversation);
    }

    /** What is known without asking. */
    Optional<OIDCProviderMetadata> known() {
        return metadata.last();
    }

    private OIDCProviderMetadata fetch(Conversation conversation) throws ProviderUnavailable {
        try {
            HTTPResponse answer =
                    conversation.get(OIDCProviderMetadata.resolveURL(issuer).toURI());
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            OIDCProviderMetadata found = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
            // section 4.3: exactly
            if (!found.getIssuer().equals(issuer)) {
                throw new ProviderUnavailable(
                        "The provider calls itself " + found.getIssuer() + ", but the settings say " + issuer);
            }
            required("authorization_endpoint", found.getAuthorizationEndpointURI());
            required("token_endpoint", found.getTokenEndpointURI());
            required("jwks_uri", found.getJWKSetURI());
            optional("userinfo_endpoint", found.getUserInfoEndpointURI());
            optional("end_session_endpoint", found.getEndSessionEndpointURI());
            return found;
        } catch (GeneralException | URISyntaxException | IllegalArgumentException junk) {
            throw new ProviderUnavailable(
                    "What " + issuer + " says about itself is of no use: " + junk.getMessage(), junk);
        }
    }

    private static void required(String name, @Nullable URI address) throws ParseException {
        if (address == null) {
            throw new ParseException("there is no " + name);
        }
        Addresses.require(name, address);
    }

    private static void optional(String name, @Nullable URI address) {
        if (address != null) {
            Addresses.require(name, address);
        }
    }
}
