package pl.otwartagmina.identity.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pl.otwartagmina.identity.internal.SecretFile;
import pl.otwartagmina.identity.internal.audit.AuditTables.Seal;

/** The last seal, in a file outside the database: records cut off from the end of the trail would leave no gap in it. */
final class Anchor {
    private final Path file;

    Anchor(Path file) {
        this.file = file;
    }

    void keep(Seal last) {
        try {
            SecretFile.write(file, last.number() + " " + last.value());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The anchor of the audit trail cannot be written", unwritable);
        }
    }

    /** What is wrong if the trail ends with this seal. */
    Optional<String> faultOf(long number, String value) {
        if (!Files.exists(file)) {
            return number == 0
                    ? Optional.empty()
                    : Optional.of("the anchor " + file + " is missing: whether records are cut off at the end cannot"
                            + " be told");
        }
        try {
            String[] kept =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", 2);
            long last = Long.parseLong(kept[0]);
            if (last > number) {
                return Optional.of("seals " + (number + 1) + " to " + last + " are missing at the end");
            }
            return last < number || kept[1].equals(value)
                    ? Optional.empty()
                    : Optional.of("seal " + number + " is not the one that the anchor holds");
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.of("the anchor " + file + " cannot be read");
        }
    }
}
