package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Instant;
import pl.otwartagmina.api.federation.Errand;

/**
 * An errand from which somebody has not returned yet.
 *
 * @param strong whether the provider was asked to prove who it is
 * @param metadata of the provider as it was at departure
 */
record Pending(
        Errand errand,
        URI redirect,
        Nonce nonce,
        CodeVerifier verifier,
        boolean strong,
        Instant departed,
        OIDCProviderMetadata metadata) {
    /** Whether the provider must have asked the person again: what is proven strongly is proven now. */
    boolean anew() {
        return errand.anew() || strong;
    }

    /** Names the moment alone: what is secret goes into no log. */
    @Override
    public String toString() {
        return "Pending[" + departed + "]";
    }
}
