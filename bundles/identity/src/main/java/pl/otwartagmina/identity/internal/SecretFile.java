package pl.otwartagmina.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.osgi.framework.BundleContext;

/** Secrets of 256 bits in files that only the portal's own user can read; made when they are first asked for. */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** Where a secret of this name is unless the operator says otherwise: {@code secrets/} below the data folder. */
    public static Path standardPlace(BundleContext context, String name) {
        String data = context.getProperty("karaf.data");
        return data == null ? context.getDataFile(name).toPath() : Path.of(data, "secrets", name);
    }

    /**
     * The secret of this file, 64 hexadecimal digits in it.
     *
     * @throws IllegalStateException if the file holds something else
     */
    public static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parse(file.toString(), Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", unreadable);
        }
    }

    /**
     * The secret of this text.
     *
     * @param source where it comes from, for the message
     * @throws IllegalStateException if it is none
     */
    static byte[] parse(String source, String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new IllegalStateException(source + " must hold " + 2 * BYTES + " hexadecimal digits");
        }
        return HexFormat.of().parseHex(digits);
    }

    /** A new secret. */
    public static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void make(Path file) throws IOException {
        write(file, HexFormat.of().formatHex(random()));
    }

    /** Writes a file for the portal's own user alone; whole or not at all, also if the machine loses power. */
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text, StandardCharsets.US_ASCII);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
