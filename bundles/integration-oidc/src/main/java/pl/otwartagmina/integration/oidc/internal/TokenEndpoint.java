package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.List;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/** Changes the code that a browser brought for tokens (OpenID Connect Core 1.0, 3.1.3). */
final class TokenEndpoint {
    private final Settings settings;

    TokenEndpoint(Settings settings) {
        this.settings = settings;
    }

    OIDCTokens tokens(AuthorizationCode code, Pending errand, Conversation conversation)
            throws Rejected, ProviderUnavailable {
        OIDCProviderMetadata provider = errand.metadata();
        TokenRequest request = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(),
                        authentication(provider),
                        new AuthorizationCodeGrant(code, errand.redirect(), errand.verifier()))
                .build();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(conversation.ask(request.toHTTPRequest()));
            if (answer instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens();
            }
            String error =
                    String.valueOf(answer.toErrorResponse().getErrorObject().getCode());
            if (error.equals(OAuth2Error.INVALID_GRANT.getCode())) {
                throw Rejected.notProven("the provider does not know the code, or gave tokens for it before");
            }
            throw new ProviderUnavailable(provider.getTokenEndpointURI() + " refused the portal: " + error);
        } catch (ParseException junk) {
            throw new ProviderUnavailable(
                    "The answer of " + provider.getTokenEndpointURI() + " is of no use: " + junk.getMessage(), junk);
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata provider) throws ProviderUnavailable {
        List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
        if (methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            return new ClientSecretBasic(settings.clientId(), settings.secret());
        }
        if (methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
            return new ClientSecretPost(settings.clientId(), settings.secret());
        }
        throw new ProviderUnavailable(settings.issuer() + " takes no client secret, but " + methods);
    }
}
