package pl.otwartagmina.identity.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
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
    private static final int KEY_BYTES = 16;

    /** Where the secret is. */
    @ObjectClassDefinition(name = "Party keys", description = "The secret from which keys of people are derived")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "File of the secret, 64 hexadecimal digits; made at first start. Back it up: without it nobody finds their dues. Empty: secrets/party.key below the data folder")
        String secretFile() default "";
    }

    private final Hmac hmac;

    @Activate
    public SecretPartyKeys(BundleContext context, Config config) {
        this(
                config.secretFile().isBlank()
                        ? SecretFile.standardPlace(context, "party.key")
                        : Path.of(config.secretFile()));
    }

    SecretPartyKeys(Path file) {
        hmac = Hmac.ofFile(file);
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
