package pl.otwartagmina.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Encrypts what the database must not tell by itself: AES-256-GCM under the newest of the keys in a file. What older keys
 * encrypted stays readable until it is encrypted anew.
 */
@Component(service = Vault.class, configurationPid = "pl.otwartagmina.identity.vault")
@Designate(ocd = Vault.Config.class)
public final class Vault {
    private static final Pattern KEY_LINE = Pattern.compile("([1-9]\\d{0,8}):([0-9a-f]{64})");
    private static final Pattern SEALED = Pattern.compile("([1-9]\\d{0,8}):([A-Za-z0-9_-]+)");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** What is encrypted; a text of one kind cannot be passed off as one of another. */
    public enum Kind {
        /** A PESEL number. */
        PESEL,
        /** The secret shared with an authenticator app. */
        TOTP
    }

    /** Where the keys are. */
    @ObjectClassDefinition(name = "Vault", description = "The keys under which PESEL numbers and the like are kept")
    public @interface Config {
        @AttributeDefinition(
                description =
                        "File of the keys; made at first start. Back it up, apart from the database. Empty: secrets/vault.keys below the data folder")
        String keyFile() default "";
    }

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private NavigableMap<Integer, SecretKey> keys;

    @Activate
    public Vault(BundleContext context, Config config) {
        this(config.keyFile().isBlank() ? SecretFile.standardPlace(context, "vault.keys") : Path.of(config.keyFile()));
    }

    Vault(Path file) {
        this.file = file;
        try {
            if (!Files.exists(file)) {
                write(new TreeMap<>(java.util.Map.of(1, newKey())));
            }
            this.keys = read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The keys " + file + " cannot be read", unreadable);
        }
    }

    /** The text, encrypted: the key's own number, a colon, and the rest in Base64. */
    public synchronized String seal(Kind kind, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = crypt(
                Cipher.ENCRYPT_MODE, keys.lastEntry().getValue(), nonce, kind, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return keys.lastKey() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws IllegalStateException if the key is missing or the text was changed */
    public synchronized String open(Kind kind, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        @Nullable SecretKey key = parts.matches() ? keys.get(Integer.parseInt(parts.group(1))) : null;
        if (key == null) {
            throw new IllegalStateException("A secret is encrypted under a key that is not in " + file);
        }
        byte[] whole = Base64.getUrlDecoder().decode(parts.group(2));
        byte[] nonce = java.util.Arrays.copyOf(whole, NONCE);
        byte[] hidden = java.util.Arrays.copyOfRange(whole, NONCE, whole.length);
        return new String(crypt(Cipher.DECRYPT_MODE, key, nonce, kind, hidden), StandardCharsets.UTF_8);
    }

    /** From now on encrypts under a new key; the older ones stay in the file. */
    public synchronized void addKey() {
        NavigableMap<Integer, SecretKey> more = new TreeMap<>(keys);
        more.put(keys.lastKey() + 1, newKey());
        try {
            write(more);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The keys " + file + " cannot be written", unwritable);
        }
        keys = more;
    }

    /** Whether this was encrypted under the newest key. */
    public synchronized boolean isFresh(String sealed) {
        return sealed.startsWith(keys.lastKey() + ":");
    }

    private static SecretKey newKey() {
        return new SecretKeySpec(SecretFile.random(), "AES");
    }

    private static NavigableMap<Integer, SecretKey> read(Path file) throws IOException {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            Matcher parts = KEY_LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IllegalStateException(
                        file + " must hold a line NUMBER:KEY for each key, with 64 hexadecimal digits");
            }
            keys.put(
                    Integer.parseInt(parts.group(1)),
                    new SecretKeySpec(HexFormat.of().parseHex(parts.group(2)), "AES"));
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(file + " holds no key");
        }
        return keys;
    }

    private void write(NavigableMap<Integer, SecretKey> all) throws IOException {
        SecretFile.write(
                file,
                all.entrySet().stream()
                        .map(key -> key.getKey() + ":"
                                + HexFormat.of().formatHex(key.getValue().getEncoded()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, Kind kind, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("identity." + kind.name()).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("A secret cannot be decrypted: its row was changed", refused);
        }
    }
}
