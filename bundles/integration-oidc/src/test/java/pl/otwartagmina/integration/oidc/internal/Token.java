package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A token of the fake provider: what it says, and how it is signed. Each change makes another one. */
record Token(Map<String, Object> claims, Function<JWTClaimsSet, String> signature) {
    static final String PORTAL = "portal gminy";
    static final String SUBJECT = "f:12:anna";
    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** An ID token but for the nonce, which the provider adds. */
    static Token of(String issuer, Clock clock) {
        Instant now = clock.instant();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", SUBJECT);
        claims.put("aud", List.of(PORTAL));
        claims.put("iat", Date.from(now));
        claims.put("exp", Date.from(now.plusSeconds(300)));
        claims.put("auth_time", now.getEpochSecond());
        claims.put("sid", "session-1");
        return new Token(claims, body -> signed(body, header(FakeProvider.KEY), rsa(FakeProvider.KEY)));
    }

    static Token logout(String issuer, Clock clock, String jti) {
        return of(issuer, clock)
                .without("auth_time")
                .with("jti", jti)
                .with("events", Map.of(EVENT, Map.of()))
                .signedBy(
                        FakeProvider.KEY,
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("key-1")
                                .type(new JOSEObjectType("logout+jwt"))
                                .build());
    }

    Token with(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.put(name, value);
        return new Token(changed, signature);
    }

    Token without(String name) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.remove(name);
        return new Token(changed, signature);
    }

    /** With a claim of time that is moved, such as {@code exp}, seconds away from when the token was made. */
    Token moved(String name, long seconds) {
        Date made = (Date) Objects.requireNonNull(claims.get("iat"));
        return with(name, Date.from(made.toInstant().plusSeconds(seconds)));
    }

    Token signedBy(RSAKey key) {
        return signedBy(key, header(key));
    }

    Token signedBy(RSAKey key, JWSHeader header) {
        return signedBy(rsa(key), header);
    }

    Token signedBy(JWSSigner signer, JWSHeader header) {
        return new Token(claims, body -> signed(body, header, signer));
    }

    Token unsigned() {
        return new Token(claims, body -> new PlainJWT(body).serialize());
    }

    /** With a secret that everybody has, or that the portal has. */
    Token signedWithSecret(byte[] secret) {
        return signature(body -> {
            try {
                return signed(
                        body,
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(),
                        new MACSigner(secret));
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** What it says is exchanged after it was signed. */
    Token forged(String name, Object value) {
        return signature(body -> {
            String[] honest = signature.apply(body).split("\\.");
            JWTClaimsSet other =
                    new JWTClaimsSet.Builder(body).claim(name, value).build();
            return honest[0] + "." + other.toPayload().toBase64URL() + "." + honest[2];
        });
    }

    private Token signature(Function<JWTClaimsSet, String> other) {
        return new Token(claims, other);
    }

    String sign() {
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder();
        claims.forEach(body::claim);
        return signature.apply(body.build());
    }

    private static JWSHeader header(RSAKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    }

    private static JWSSigner rsa(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet body, JWSHeader header, JWSSigner signer) {
        SignedJWT token = new SignedJWT(header, body);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
