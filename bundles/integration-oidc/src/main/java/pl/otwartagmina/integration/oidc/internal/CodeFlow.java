package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.otwartagmina.api.federation.Departure;
import pl.otwartagmina.api.federation.Errand;
import pl.otwartagmina.api.federation.Inbound;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.api.federation.Reply;
import pl.otwartagmina.api.federation.Reply.Reason;
import pl.otwartagmina.api.module.AccessLevel;

/** The way there and back: the authorization code flow (OpenID Connect Core 1.0, 3.1) with PKCE (RFC 7636). */
final class CodeFlow {
    /** Where the browser comes back to, below the address of the portal for this provider. */
    static final String RETURN = "return";

    static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST_ERRANDS = 10_000;
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,60}");

    private final Settings settings;
    private final Discovery discovery;
    private final TokenEndpoint exchange;
    private final IdTokens idTokens;
    private final PersonClaims people;
    private final Proofs proofs;
    private final Sessions sessions;
    private final Recent<Pending> errands;
    private final Clock clock;

    CodeFlow(Settings settings, Discovery discovery, SignedTokens tokens, Sessions sessions, Clock clock) {
        this.settings = settings;
        this.discovery = discovery;
        this.exchange = new TokenEndpoint(settings);
        this.idTokens = new IdTokens(settings, tokens);
        this.people = new PersonClaims(settings);
        this.proofs = new Proofs(settings.peselClaim());
        this.sessions = sessions;
        this.errands = new Recent<>(MOST_ERRANDS, PATIENCE, clock);
        this.clock = clock;
    }

    Departure depart(Errand errand, Conversation conversation) throws ProviderUnavailable {
        OIDCProviderMetadata provider = discovery.metadata(conversation);
        Pending pending = new Pending(
                errand,
                errand.address().resolve(RETURN),
                new Nonce(),
                new CodeVerifier(),
                settings.level() == AccessLevel.STRONG && errand.level().covers(AccessLevel.VERIFIED),
                clock.instant(),
                provider);
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, settings.scopes(), settings.clientId(), pending.redirect())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State(errand.id()))
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                .uiLocales(language(errand));
        if (pending.anew()) {
            request.prompt(Prompt.Type.LOGIN).maxAge(0);
        }
        if (pending.strong() && !settings.acrValues().isEmpty()) {
            request.acrValues(settings.acrValues().stream().map(ACR::new).toList());
        }
        errands.put(errand.id(), pending);
        return new Departure.Redirect(request.build().toURI());
    }

    Reply complete(Inbound message, Conversation conversation) throws ProviderUnavailable {
        Optional<Pending> errand = message.parameter("state").flatMap(errands::take);
        if (errand.isEmpty()) {
            return new Reply.Refused("", Reason.NOT_PROVEN, "an answer to no errand of the last minutes");
        }
        String id = errand.get().errand().id();
        try {
            return new Reply.Arrived(id, proof(message, errand.get(), conversation));
        } catch (Rejected rejected) {
            return new Reply.Refused(id, rejected.reason(), rejected.details());
        }
    }

    private Proof proof(Inbound message, Pending errand, Conversation conversation)
            throws Rejected, ProviderUnavailable {
        requireIssuer(message, errand);
        requireSuccess(message);
        AuthorizationCode code = message.parameter("code")
                .filter(text -> !text.isBlank())
                .map(AuthorizationCode::new)
                .orElseThrow(() -> Rejected.notProven("an answer without a code"));
        OIDCTokens tokens = exchange.tokens(code, errand, conversation);
        JWTClaimsSet idToken = idTokens.claims(tokens.getIDToken(), errand, conversation);
        Map<String, Object> person = people.claims(idToken, tokens, errand, conversation);
        Proof proof = proofs.proof(person, errand.strong(), sessions.begin(tokens.getIDToken(), idToken));
        if (!proof.level().covers(errand.errand().level())) {
            throw new Rejected(Reason.TOO_WEAK, "more was asked for than this provider is trusted with");
        }
        return proof;
    }

    /** So that no other provider's answer is taken for this one's (RFC 9207). */
    private void requireIssuer(Inbound message, Pending errand) throws Rejected {
        boolean told =
                message.parameters().containsKey("iss") || errand.metadata().supportsAuthorizationResponseIssuerParam();
        if (told
                && !message.parameter("iss")
                        .equals(Optional.of(settings.issuer().getValue()))) {
            throw Rejected.notProven("an answer of another issuer");
        }
    }

    private void requireSuccess(Inbound message) throws Rejected, ProviderUnavailable {
        if (!message.parameters().containsKey("error")) {
            return;
        }
        String error =
                message.parameter("error").filter(ERROR.asMatchPredicate()).orElse("an error that it does not name");
        switch (error) {
            case "access_denied",
                    "interaction_required",
                    "login_required",
                    "consent_required",
                    "account_selection_required" -> throw new Rejected(Reason.CANCELLED, "the provider says " + error);
            case "unmet_authentication_requirements" ->
                throw new Rejected(Reason.TOO_WEAK, "the provider says " + error);
            default -> throw new ProviderUnavailable(settings.issuer() + " says " + error + " in place of a code");
        }
    }

    private static List<LangTag> language(Errand errand) {
        try {
            return List.of(new LangTag(errand.language().getLanguage()));
        } catch (LangTagException none) {
            return List.of();
        }
    }
}
