package pl.otwartagmina.shell.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error that a person saw: the number is shown, the details are in the log under it.
 *
 * @param number such as {@code 20261121-7KQ4}
 */
public record Incident(String number) {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    /** Without letters that are mistaken for one another on the telephone. */
    private static final String LETTERS = "23456789ACDEFGHJKLMNPQRTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Logs it under a new number. */
    public static Incident of(Throwable thrown, String where) {
        StringBuilder number = new StringBuilder(
                DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).format(LocalDate.now(ZoneId.of("Europe/Warsaw"))));
        number.append('-');
        for (int i = 0; i < 4; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        LOG.error("Incident {} at /{}", number, where, thrown);
        return new Incident(number.toString());
    }
}
