package pl.otwartagmina.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int KEY_BYTES = 16;

    /** Where the secret is. */
    @ObjectClassDefinition(name = "Party keys", description = "The secret from which keys of people are derived")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "File of the secret, 64 hexadecimal digits; made at first start. Back it up: without it nobody finds their dues. Empty: secrets/party.key below the data folder")
        String secretFile() default "";
    }

    private final SecretKeySpec secret;

    @Activate
    public SecretPartyKeys(BundleContext context, Config config) {
        this(config.secretFile().isBlank() ? standardPlace(context) : Path.of(config.secretFile()));
    }

    SecretPartyKeys(Path file) {
        secret = new SecretKeySpec(readOrMake(file), ALGORITHM);
    }

    private static Path standardPlace(BundleContext context) {
        String data = context.getProperty("karaf.data");
        return data == null ? context.getDataFile("party.key").toPath() : Path.of(data, "secrets", "party.key");
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] bytes = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length != SECRET_BYTES) {
                throw new IllegalStateException(file + " must hold " + 2 * SECRET_BYTES + " hexadecimal digits");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the other one's secret is as good
        }
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] hash = mac.doFinal(number.getBytes(StandardCharsets.US_ASCII));
            return new PartyKey(HexFormat.of().formatHex(hash, 0, KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
