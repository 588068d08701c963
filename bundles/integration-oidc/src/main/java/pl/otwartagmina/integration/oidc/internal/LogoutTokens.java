package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** Checks logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6). */
final class LogoutTokens {
    /** Older providers say {@code JWT}, or nothing; the events tell what it is in any case. */
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"));

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final SignedTokens tokens;
    private final Clock clock;
    private final Recent<Boolean> used;

    LogoutTokens(SignedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        // as long as a token may be old, with the clocks apart in either direction
        this.used = new Recent<>(MOST_REMEMBERED, OLDEST.plus(SignedTokens.SKEW.multipliedBy(2)), clock);
    }

    /** Its claims; it says whose session is over by {@code sid}, by {@code sub}, or by both. */
    JWTClaimsSet claims(String token, Conversation conversation) throws Rejected, ProviderUnavailable {
        try {
            JWTClaimsSet claims = tokens.claims(JWTParser.parse(token), TYPES, conversation);
            Map<String, Object> events = claims.getJSONObjectClaim("events");
            if (events == null || !(events.get(EVENT) instanceof Map)) {
                throw Rejected.notProven("a token that is about no logout");
            }
            if (claims.getClaims().containsKey("nonce")) {
                throw Rejected.notProven("an ID token in place of a logout token");
            }
            if (claims.getStringClaim("sid") == null && claims.getSubject() == null) {
                throw Rejected.notProven("a token that names no session");
            }
            if (SignedTokens.time(claims.getIssueTime(), "iat")
                    .isBefore(clock.instant().minus(OLDEST).minus(SignedTokens.SKEW))) {
                throw Rejected.notProven("a token that is too old");
            }
            if (claims.getJWTID() == null || !used.addIfNew(claims.getJWTID(), true)) {
                throw Rejected.notProven("a token without jti, or used before");
            }
            return claims;
        } catch (ParseException junk) {
            throw Rejected.notProven("something that is no token");
        }
    }
}
