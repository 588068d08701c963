package pl.otwartagmina.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A secret that is given to the portal and not made by it: by the environment variable of this name, or by a file that the
 * variable of this name and {@code _FILE} leads to, as secrets of containers and credentials of systemd come. The portal never
 * writes it.
 *
 * @param source where it came from, for messages
 */
record OutsideSecret(String source, String text) {
    private static final String FILE = "_FILE";

    /**
     * The secret of this name, if there is one.
     *
     * @throws IllegalStateException if it is given twice, or the file holds nothing
     */
    static Optional<OutsideSecret> of(String name, Map<String, String> environment) {
        String text = environment.getOrDefault(name, "").strip();
        String file = environment.getOrDefault(name + FILE, "").strip();
        if (!text.isEmpty() && !file.isEmpty()) {
            throw new IllegalStateException("Set " + name + " or " + name + FILE + ", not both");
        }
        if (file.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new OutsideSecret(name, text));
        }
        return Optional.of(new OutsideSecret(file + " (" + name + FILE + ")", read(name + FILE, Path.of(file))));
    }

    private static String read(String variable, Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException(file + ", to which " + variable + " leads, is empty");
            }
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ", to which " + variable + " leads, cannot be read", unreadable);
        }
    }

    /** Tells where it is, and nothing of it. */
    @Override
    public String toString() {
        return source;
    }
}
