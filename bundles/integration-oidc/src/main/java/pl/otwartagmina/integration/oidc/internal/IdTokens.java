package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply.Reason;

/** Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7). */
final class IdTokens {
    private static final Set<JOSEObjectType> TYPE = Set.of(JOSEObjectType.JWT);

    private final Settings settings;
    private final SignedTokens tokens;

    IdTokens(Settings settings, SignedTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    JWTClaimsSet claims(JWT token, Pending errand, Conversation conversation) throws Rejected, ProviderUnavailable {
        JWTClaimsSet claims = tokens.claims(token, TYPE, conversation);
        try {
            if (!errand.nonce().getValue().equals(claims.getStringClaim("nonce"))) {
                throw Rejected.notProven("an ID token for another errand");
            }
            if (claims.getSubject() == null || claims.getSubject().isEmpty()) {
                throw Rejected.notProven("an ID token of nobody");
            }
            if (errand.anew()
                    && SignedTokens.time(claims.getDateClaim("auth_time"), "auth_time")
                            .isBefore(errand.departed().minus(SignedTokens.SKEW))) {
                throw Rejected.notProven("the provider did not ask the person again");
            }
            if (errand.strong()
                    && !settings.acrValues().isEmpty()
                    && !settings.acrValues().contains(String.valueOf(claims.getStringClaim("acr")))) {
                throw new Rejected(
                        Reason.TOO_WEAK, "the provider recognised the person less surely than it was asked to");
            }
            return claims;
        } catch (ParseException junk) {
            throw Rejected.notProven("an ID token with a claim of a wrong kind: " + junk.getMessage());
        }
    }
}
