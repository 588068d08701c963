package pl.otwartagmina.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
 * Encrypts what the database must not tell by itself: AES-256-GCM under the newest of the keys, which are in a file of
 * the portal's or come from outside. What older keys encrypted stays readable until it is encrypted anew.
 */
@Component(service = Vault.class, configurationPid = "pl.otwartagmina.identity.vault")
@Designate(ocd = Vault.Config.class)
public final class Vault {
    private static final Pattern KEY_LINE = Pattern.compile("([1-9]\\d{0,8}):([0-9a-f]{64})");
    private static final Pattern SEALED = Pattern.compile("([1-9]\\d{0,8}):([A-Za-z0-9_-]+)");
    private static final String VARIABLE = "PORTAL_VAULT_KEYS";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** What is encrypted; a text of one kind cannot be passed off as one of another. */
    public enum Kind {
        /** A PESEL number. */
        PESEL,
        /** The secret shared with an authenticator app. */
        TOTP,
        /** A document that a clerk was shown. */
        SCAN
    }

    /** Where the keys are. */
    @ObjectClassDefinition(name = "Vault", description = "The keys under which PESEL numbers and the like are kept")
    public @interface Config {
        @AttributeDefinition(
                description = "File of the keys; made at first start. Back it up, apart from the database. Empty:"
                        + " PORTAL_VAULT_KEYS or PORTAL_VAULT_KEYS_FILE of the environment, or secrets/vault.keys"
                        + " below the data folder")
        String keyFile() default "";
    }

    private final String source;
    private final Optional<Path> file;
    private final SecureRandom random = new SecureRandom();
    private volatile NavigableMap<Integer, SecretKey> keys;

    @Activate
    public Vault(BundleContext context, Config config) {
        this(context, config, OutsideSecret.of(VARIABLE, System.getenv()));
    }

    private Vault(BundleContext context, Config config, Optional<OutsideSecret> outside) {
        this(
                config.keyFile().isBlank()
                        ? SecretFile.standardPlace(context, "vault.keys")
                        : Path.of(config.keyFile()),
                outside.filter(given -> config.keyFile().isBlank()));
    }

    Vault(Path file) {
        this(file, Optional.empty());
    }

    /** @param outside keys that are not the portal's to change; empty for those of the file */
    Vault(Path file, Optional<OutsideSecret> outside) {
        this.file = outside.isPresent() ? Optional.empty() : Optional.of(file);
        this.source = outside.map(OutsideSecret::source).orElse(file.toString());
        this.keys = read(source, outside.map(OutsideSecret::text).orElseGet(() -> readOrMake(file)));
        if (outside.isPresent() && Files.exists(file)) {
            refuseToForget(file);
        }
    }

    /** Whoever moves the keys elsewhere takes all of them along: what one of them encrypted would be lost. */
    private void refuseToForget(Path before) {
        read(before.toString(), readOrMake(before)).forEach((number, key) -> {
            if (!key.equals(keys.get(number))) {
                throw new IllegalStateException("Key " + number + " of " + before + " is not in " + source
                        + ". Add the lines of the file there, or put the file away if nothing was encrypted yet");
            }
        });
    }

    private static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, new TreeMap<>(Map.of(1, newKey())));
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The keys " + file + " cannot be read", unreadable);
        }
    }

    /** The text, encrypted: the key's own number, a colon, and the rest in Base64. */
    public String seal(Kind kind, String text) {
        Map.Entry<Integer, SecretKey> newest = keys.lastEntry();
        byte[] whole = encrypt(newest.getValue(), kind, text.getBytes(StandardCharsets.UTF_8), 0);
        return newest.getKey() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws IllegalStateException if the key is missing or the text was changed */
    public String open(Kind kind, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        SecretKey key = key(parts.matches() ? Integer.parseInt(parts.group(1)) : 0);
        return new String(decrypt(key, kind, Base64.getUrlDecoder().decode(parts.group(2)), 0), StandardCharsets.UTF_8);
    }

    /** Bytes, encrypted: the key's own number in four of them, and the rest. */
    public byte[] seal(Kind kind, byte[] content) {
        Map.Entry<Integer, SecretKey> newest = keys.lastEntry();
        byte[] whole = encrypt(newest.getValue(), kind, content, Integer.BYTES);
        ByteBuffer.wrap(whole).putInt(newest.getKey());
        return whole;
    }

    /** @throws IllegalStateException if the key is missing or the bytes were changed */
    public byte[] open(Kind kind, byte[] sealed) {
        return decrypt(key(number(sealed)), kind, sealed, Integer.BYTES);
    }

    private SecretKey key(int number) {
        @Nullable SecretKey key = keys.get(number);
        if (key == null) {
            throw new IllegalStateException("A secret is encrypted under a key that is not in " + source);
        }
        return key;
    }

    /** Whether the keys are the portal's own, in a file that it writes. */
    public boolean canAddKey() {
        return file.isPresent();
    }

    /** Where the keys are, and the number of the newest, for the operator. */
    public String describe() {
        return "key " + keys.lastKey() + " of " + source;
    }

    /**
     * From now on encrypts under a new key; the older ones stay in the file.
     *
     * @throws IllegalStateException if the keys are not the portal's to change
     */
    public synchronized void addKey() {
        Path own = file.orElseThrow(() -> new IllegalStateException("The portal does not write " + source));
        NavigableMap<Integer, SecretKey> more = new TreeMap<>(keys);
        more.put(keys.lastKey() + 1, newKey());
        try {
            write(own, more);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The keys " + own + " cannot be written", unwritable);
        }
        keys = more;
    }

    /** Whether this was encrypted under the newest key. */
    public boolean isFresh(String sealed) {
        return sealed.startsWith(keys.lastKey() + ":");
    }

    /** Whether these were. */
    public boolean isFresh(byte[] sealed) {
        return number(sealed) == keys.lastKey();
    }

    private static int number(byte[] sealed) {
        return sealed.length < Integer.BYTES ? 0 : ByteBuffer.wrap(sealed).getInt();
    }

    private static SecretKey newKey() {
        return new SecretKeySpec(SecretFile.random(), "AES");
    }

    private static NavigableMap<Integer, SecretKey> read(String source, String text) {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        // lines in a file; in a variable, which has none, spaces or commas do as well
        for (String line : text.strip().split("[\\s,]+")) {
            Matcher parts = KEY_LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException(
                        source + " must hold NUMBER:KEY for each key, with 64 hexadecimal digits, one a line");
            }
            keys.put(
                    Integer.parseInt(parts.group(1)),
                    new SecretKeySpec(HexFormat.of().parseHex(parts.group(2)), "AES"));
        }
        return keys;
    }

    private static void write(Path file, NavigableMap<Integer, SecretKey> all) throws IOException {
        SecretFile.write(
                file,
                all.entrySet().stream()
                        .map(key -> key.getKey() + ":"
                                + HexFormat.of().formatHex(key.getValue().getEncoded()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Encrypted under a new nonce, which stands before the rest, with room for something else before both. */
    private byte[] encrypt(SecretKey key, Kind kind, byte[] plain, int room) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, key, nonce, kind, plain, 0);
        return ByteBuffer.allocate(room + NONCE + hidden.length)
                .position(room)
                .put(nonce)
                .put(hidden)
                .array();
    }

    private static byte[] decrypt(SecretKey key, Kind kind, byte[] whole, int room) {
        byte[] nonce = Arrays.copyOfRange(whole, room, room + NONCE);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, kind, whole, room + NONCE);
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, Kind kind, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("identity." + kind.name()).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("A secret cannot be decrypted: its row was changed", refused);
        }
    }
}
