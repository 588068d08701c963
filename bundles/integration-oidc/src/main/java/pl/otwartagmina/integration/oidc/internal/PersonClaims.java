package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** What the provider says about a person: in the ID token, and where that lacks something, when asked for it. */
final class PersonClaims {
    private static final Set<String> WANTED = Set.of("given_name", "family_name", "email");
    /** What is said together is believed together: an address is verified only where it stands beside that word. */
    private static final Set<String> EMAIL = Set.of("email", "email_verified");

    private final Settings settings;

    PersonClaims(Settings settings) {
        this.settings = settings;
    }

    Map<String, Object> claims(JWTClaimsSet idToken, OIDCTokens tokens, Pending errand, Conversation conversation)
            throws Rejected, ProviderUnavailable {
        Map<String, Object> claims = new HashMap<>(idToken.getClaims());
        URI address = errand.metadata().getUserInfoEndpointURI();
        boolean complete = claims.keySet().containsAll(WANTED)
                && (settings.peselClaim().isEmpty() || !errand.strong() || claims.containsKey(settings.peselClaim()));
        if (complete || address == null) {
            return claims;
        }
        Map<String, Object> more = userInfo(address, tokens, conversation);
        // OpenID Connect Core 1.0, 5.3.2: without this the claims could be anybody's
        if (!idToken.getSubject().equals(more.get("sub"))) {
            throw Rejected.notProven("claims about somebody else");
        }
        if (claims.containsKey("email")) {
            more.keySet().removeAll(EMAIL);
        } else {
            claims.keySet().removeAll(EMAIL);
        }
        more.forEach(claims::putIfAbsent);
        return claims;
    }

    private static Map<String, Object> userInfo(URI address, OIDCTokens tokens, Conversation conversation)
            throws ProviderUnavailable {
        try {
            HTTPResponse answer =
                    conversation.ask(new UserInfoRequest(address, tokens.getAccessToken()).toHTTPRequest());
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            return new HashMap<>(answer.getBodyAsJSONObject());
        } catch (ParseException junk) {
            throw new ProviderUnavailable("The answer of " + address + " is of no use: " + junk.getMessage(), junk);
        }
    }
}
