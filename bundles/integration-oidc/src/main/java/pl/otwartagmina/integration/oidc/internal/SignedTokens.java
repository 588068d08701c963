package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** Checks what all tokens of a provider have in common: who signed them, for whom, and when. */
final class SignedTokens {
    /** How far the clocks of the provider and of the portal may be apart. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** Only what a public key verifies: with HS256 whoever knows the secret of the portal, or its public key, could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Settings settings;
    private final ProviderKeys keys;
    private final Clock clock;

    SignedTokens(Settings settings, ProviderKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param type that the token may say it has, if it says one */
    JWTClaimsSet claims(JWT token, Set<JOSEObjectType> type, Conversation conversation)
            throws Rejected, ProviderUnavailable {
        if (!(token instanceof SignedJWT signed)) {
            throw Rejected.notProven("a token that is not signed");
        }
        JWTClaimsSet claims = verified(signed, type, conversation);
        if (!settings.issuer().getValue().equals(claims.getIssuer())) {
            throw Rejected.notProven("a token of another issuer");
        }
        List<String> audience = claims.getAudience();
        String portal = settings.clientId().getValue();
        if (!audience.contains(portal)) {
            throw Rejected.notProven("a token for another audience");
        }
        // OpenID Connect Core 1.0, 3.1.3.7, steps 4 and 5
        Object party = claims.getClaim("azp");
        if (party == null ? audience.size() > 1 : !party.equals(portal)) {
            throw Rejected.notProven("a token issued to another party");
        }
        Instant now = clock.instant();
        if (time(claims.getExpirationTime(), "exp").isBefore(now.minus(SKEW))) {
            throw Rejected.notProven("a token that has expired");
        }
        if (time(claims.getIssueTime(), "iat").isAfter(now.plus(SKEW))) {
            throw Rejected.notProven("a token from the future");
        }
        return claims;
    }

    /** @throws Rejected if a claim of time is missing */
    static Instant time(@Nullable Date claim, String name) throws Rejected {
        if (claim == null) {
            throw Rejected.notProven("a token without " + name);
        }
        return claim.toInstant();
    }

    private JWTClaimsSet verified(SignedJWT token, Set<JOSEObjectType> types, Conversation conversation)
            throws Rejected, ProviderUnavailable {
        DefaultJWTProcessor<Conversation> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier((type, context) -> {
            if (type != null && !types.contains(type)) {
                throw new BadJOSEException("it is of another type");
            }
        });
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(null);
        try {
            return Objects.requireNonNull(processor.process(token, conversation));
        } catch (BadJOSEException bad) {
            throw Rejected.notProven("a token that is not the provider's: " + bad.getMessage());
        } catch (JOSEException failure) {
            if (failure.getCause() instanceof ProviderUnavailable unavailable) {
                throw unavailable;
            }
            throw Rejected.notProven("a token that cannot be read: " + failure.getMessage());
        }
    }
}
