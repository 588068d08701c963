package pl.otwartagmina.identity.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;

/**
 * Keys by HMAC-SHA-256 under a secret of this portal. The numbers have so few digits that a plain hash could be tried
 * out; with the secret kept apart from the database a stolen table tells nothing.
 */
@Component(service = PartyKeys.class, configurationPid = "pl.otwartagmina.identity.keys")
@Designate(ocd = SecretPartyKeys.Config.class)
public final class SecretPartyKeys implements PartyKeys {
    private static final String VARIABLE = "PORTAL_PARTY_KEY";
    private static final int KEY_BYTES = 16;

    /** Where the secret is. */
    @ObjectClassDefinition(name = "Party keys", description = "The secret from which keys of people are derived")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "File of the secret, 64 hexadecimal digits; made at first start. Back it up: without it nobody"
                                + " finds their dues. Empty: PORTAL_PARTY_KEY or PORTAL_PARTY_KEY_FILE of the environment,"
                                + " or secrets/party.key below the data folder")
        String secretFile() default "";
    }

    private final Hmac hmac;

    @Activate
    public SecretPartyKeys(BundleContext context, Config config) {
        this(
                config.secretFile().isBlank()
                        ? SecretFile.standardPlace(context, "party.key")
                        : Path.of(config.secretFile()),
                OutsideSecret.of(VARIABLE, System.getenv())
                        .filter(given -> config.secretFile().isBlank()));
    }

    /** @param outside a secret that takes the place of the file's */
    SecretPartyKeys(Path file, Optional<OutsideSecret> outside) {
        hmac = outside.map(given -> of(given, file)).orElseGet(() -> Hmac.ofFile(file));
    }

    private static Hmac of(OutsideSecret given, Path before) {
        byte[] secret = SecretFile.parse(given.source(), given.text());
        if (Files.exists(before) && !MessageDigest.isEqual(secret, SecretFile.readOrMake(before))) {
            throw new IllegalStateException(given.source() + " is not the secret of " + before
                    + ": nobody would find their dues. Give the one of the file, or put the file away if"
                    + " nobody is known yet");
        }
        return new Hmac(secret);
    }

    SecretPartyKeys(Path file) {
        this(file, Optional.empty());
    }

    @Override
    public PartyKey of(Pesel pesel) {
        return key("PESEL:" + pesel.digits());
    }

    @Override
    public PartyKey of(Nip nip) {
        return key("NIP:" + nip.digits());
    }

    private PartyKey key(String number) {
        byte[] hash = hmac.of(number.getBytes(StandardCharsets.US_ASCII));
        return new PartyKey(HexFormat.of().formatHex(hash, 0, KEY_BYTES));
    }
}
