package pl.otwartagmina.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments as the operator reads them: local time of the gmina. */
final class Moments {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    private Moments() {}

    static String written(Optional<Instant> moment) {
        return moment.map(MINUTE::format).orElse("");
    }

    /** Milliseconds since {@code began}, of {@link System#nanoTime()}. */
    static String since(long began) {
        return (System.nanoTime() - began) / 1_000_000 + " ms";
    }
}
