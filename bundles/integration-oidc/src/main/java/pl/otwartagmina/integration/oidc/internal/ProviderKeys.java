package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** The keys with which the provider signs. A key that is not known yet is a reason to look for new ones. */
final class ProviderKeys implements JWKSource<Conversation> {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Fetched<JWKSet> keys;

    ProviderKeys(Discovery discovery, Clock clock) {
        keys = new Fetched<>(
                conversation -> fetch(discovery.metadata(conversation).getJWKSetURI(), conversation), LIFETIME, clock);
    }

    @Override
    public List<JWK> get(JWKSelector wanted, Conversation conversation) throws RemoteKeySourceException {
        try {
            List<JWK> found = wanted.select(keys.get(conversation));
            return found.isEmpty() ? wanted.select(keys.fresh(conversation)) : found;
        } catch (ProviderUnavailable failure) {
            throw new RemoteKeySourceException(failure.getMessage(), failure);
        }
    }

    private static JWKSet fetch(URI address, Conversation conversation) throws ProviderUnavailable {
        try {
            HTTPResponse answer = conversation.get(address);
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            // of whatever type: some say application/json, others what RFC 7517 says
            return JWKSet.parse(answer.getBody());
        } catch (ParseException | java.text.ParseException junk) {
            throw new ProviderUnavailable("The keys at " + address + " are of no use: " + junk.getMessage(), junk);
        }
    }
}
