package pl.otwartagmina.lifecycle;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** When modules were disabled: the one thing that the container does not remember. */
final class DisabledDates {
    private final Path file;

    DisabledDates(Path file) {
        this.file = file;
    }

    Optional<Instant> of(String id) {
        try {
            return Optional.ofNullable(read().getProperty(id)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    synchronized void put(String id, Instant moment) {
        Properties dates = read();
        dates.setProperty(id, moment.toString());
        write(dates);
    }

    private Properties read() {
        Properties dates = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                dates.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return dates;
    }

    private void write(Properties dates) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + file, e);
        }
        try (Writer writer = Files.newBufferedWriter(next)) {
            dates.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + next, e);
        }
        try {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
