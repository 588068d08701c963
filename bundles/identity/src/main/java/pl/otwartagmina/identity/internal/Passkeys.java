package pl.otwartagmina.identity.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.otwartagmina.api.gmina.Office;

/**
 * Passkeys (W3C Web Authentication, level 2) of the device itself, which has to make sure each time that it is its owner who
 * holds it. Neither maker nor model of a device is asked for.
 */
@Component(service = Passkeys.class)
public final class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int MILLISECONDS = 120_000;
    private static final int LONGEST_ANSWER = 16_384;
    /** What phones and computers have: elliptic curves, and RSA for those of Windows. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final Office office;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    @Activate
    public Passkeys(@Reference Office office) {
        this.office = office;
    }

    /** Whether browsers allow them at the address of this portal: under a name, and over https. */
    public boolean arePossible() {
        URI portal = office.portal();
        String host = portal.getHost();
        return host != null
                && (host.equals("localhost")
                        || portal.getScheme().equalsIgnoreCase("https") && host.matches("[^:]*[A-Za-z][^:]*"));
    }

    /** A new question. */
    public Challenge challenge() {
        return new Challenge();
    }

    /** What a browser is told to make a passkey, as JSON; bytes in base64url. */
    public String creation(Challenge challenge, String device, Account account, Locale language) {
        return json(Map.of(
                "challenge",
                BASE64.encodeToString(challenge.value()),
                "rp",
                Map.of("id", office.portal().getHost(), "name", office.name(language)),
                "user",
                Map.of(
                        "id",
                        BASE64.encodeToString(handle(device)),
                        "name",
                        account.userName(),
                        "displayName",
                        account.name()),
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                        .toList(),
                "authenticatorSelection",
                Map.of(
                        "authenticatorAttachment",
                        "platform",
                        "residentKey",
                        "discouraged",
                        "userVerification",
                        "required"),
                "attestation",
                "none",
                "timeout",
                MILLISECONDS));
    }

    /** What a browser is told to use this passkey. */
    public String use(Challenge challenge, Passkey passkey) {
        return json(Map.of(
                "challenge",
                BASE64.encodeToString(challenge.value()),
                "rpId",
                office.portal().getHost(),
                "allowCredentials",
                List.of(Map.of(
                        "type",
                        "public-key",
                        "id",
                        BASE64.encodeToString(data(passkey).getCredentialId()))),
                "userVerification",
                "required",
                "timeout",
                MILLISECONDS));
    }

    /**
     * The passkey that a browser has made.
     *
     * @param answer of the browser, as JSON
     * @return empty if it does not answer this challenge, or is not as it was asked for
     */
    Optional<Passkey> made(Challenge challenge, String answer) {
        return challenge
                .take()
                .flatMap(asked -> checked(answer, () -> {
                    RegistrationData made = webAuthn.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(
                                    server(asked),
                                    ALGORITHMS.stream()
                                            .map(one -> new PublicKeyCredentialParameters(
                                                    PublicKeyCredentialType.PUBLIC_KEY, one))
                                            .toList(),
                                    true,
                                    true));
                    AuthenticatorData<?> said = made.getAttestationObject().getAuthenticatorData();
                    return Optional.of(new Passkey(
                            BASE64.encodeToString(keys.convert(said.getAttestedCredentialData())),
                            said.getSignCount()));
                }));
    }

    /**
     * The passkey after it was used.
     *
     * @param device that it belongs to
     * @return empty if it was another one, does not answer this challenge, its owner was not checked, or it was copied
     */
    Optional<Passkey> used(Challenge challenge, String device, Passkey known, String answer) {
        AttestedCredentialData data = data(known);
        return challenge
                .take()
                .flatMap(asked -> checked(answer, () -> {
                    AuthenticationData said = webAuthn.verifyAuthenticationResponseJSON(
                            answer,
                            new AuthenticationParameters(
                                    server(asked), record(data, known), List.of(data.getCredentialId()), true, true));
                    byte[] owner = said.getUserHandle();
                    return owner == null || owner.length == 0 || MessageDigest.isEqual(owner, handle(device))
                            ? Optional.of(new Passkey(
                                    known.data(), said.getAuthenticatorData().getSignCount()))
                            : Optional.empty();
                }));
    }

    /** One for each device: a second passkey of the same owner would take the place of the first where they are synchronised. */
    private static byte[] handle(String device) {
        return device.getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<Passkey> checked(String answer, Supplier<Optional<Passkey>> check) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return check.get();
        } catch (VerificationException | DataConversionException | NullPointerException refused) {
            // the last for parts that are missing, which the library does not look for; messages may repeat what was
            // sent
            LOG.info(
                    "An answer of an authenticator was refused: {}",
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ServerProperty server(byte[] challenge) {
        URI portal = office.portal();
        return new ServerProperty(
                Set.of(new Origin(portal.resolve("/").toString().replaceFirst("/$", ""))),
                portal.getHost(),
                new DefaultChallenge(challenge));
    }

    private AttestedCredentialData data(Passkey passkey) {
        return keys.convert(Base64.getUrlDecoder().decode(passkey.data()));
    }

    private static CredentialRecordImpl record(AttestedCredentialData data, Passkey known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                null,
                null,
                known.counter(),
                data,
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                new AuthenticationExtensionsClientOutputs<>(),
                Set.of());
    }

    private String json(Map<String, Object> options) {
        return converter.getJsonConverter().writeValueAsString(options);
    }
}
