package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import pl.otwartagmina.outside.OutsideSystem;
import pl.otwartagmina.outside.Settings;

/**
 * What bank and gmina agreed upon: where the bank is, and the keys by which they know each other. The key is made at the
 * first start. Everything else of the simulation needs the agreement, and it comes about in the demo profile only.
 */
@Component(
        service = Agreement.class,
        // says at once why there is no bank
        immediate = true,
        configurationPid = Agreement.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Config.class)
public final class Agreement {
    static final String PID = "pl.otwartagmina.sandboxbank";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final URI base;
    private final boolean testApi;
    private final byte[] apiKey;
    private final byte[] signingKey;

    /** @throws IllegalStateException in any other profile than the demo */
    @Activate
    public Agreement(BundleContext context, Config config) throws IOException {
        this(
                String.valueOf(context.getProperty("portal.profile")),
                Path.of(String.valueOf(context.getProperty("karaf.data"))),
                new Settings(PID, System.getenv()).need("baseUrl", config.baseUrl()),
                config.testApi());
    }

    /** @param data the portal's data folder */
    public Agreement(String profile, Path data, String baseUrl, boolean testApi) throws IOException {
        if (!profile.equals("demo")) {
            throw new IllegalStateException(
                    "The sandbox bank confirms payments that nobody made: it runs in the demo profile only, not in "
                            + profile);
        }
        byte[] secret = secret(data.resolve("secrets"));
        this.base = OutsideSystem.address("baseUrl of " + PID, baseUrl);
        this.testApi = testApi;
        this.apiKey = mac(secret, "api".getBytes(StandardCharsets.UTF_8));
        this.signingKey = mac(secret, "notifications".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] secret(Path folder) throws IOException {
        Path file = folder.resolve("sandbox-bank.key");
        if (!Files.exists(file)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            write(file, made);
        }
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    private static void write(Path file, byte[] made) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, HexFormat.of().formatHex(made) + "\n", StandardOpenOption.SYNC);
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException faster) {
            Files.delete(half);
        }
    }

    /** Where the bank is called; ends with a slash. */
    public URI base() {
        return base;
    }

    boolean hasTestApi() {
        return testApi;
    }

    /** The word by which the bank knows the gmina. */
    public String bearer() {
        return "Bearer " + HexFormat.of().formatHex(apiKey);
    }

    boolean isBearer(String given) {
        return equal(bearer(), given);
    }

    /** HMAC-SHA256 of a notification, in hexadecimal digits. */
    public String sign(byte[] body) {
        return HexFormat.of().formatHex(mac(signingKey, body));
    }

    /** Whether the bank signed it; takes the same time wherever the signatures differ. */
    public boolean isSigned(byte[] body, String signature) {
        return equal(sign(body), signature);
    }

    private static boolean equal(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names of hosts that are this machine. */
    static boolean isThisMachine(String host) {
        return Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1", "::1")
                .contains(host);
    }
}
