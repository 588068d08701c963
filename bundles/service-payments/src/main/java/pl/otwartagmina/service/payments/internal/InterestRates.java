package pl.otwartagmina.service.payments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pl.otwartagmina.api.value.Money;

/**
 * The dated figures of the law: the yearly rate of late interest, and the least interest that is charged.
 *
 * @param percents yearly rate in percent, by the first day on which it holds
 * @param minimums interest up to this amount is not charged, by the first day on which it holds
 */
public record InterestRates(NavigableMap<LocalDate, BigDecimal> percents, NavigableMap<LocalDate, Money> minimums) {
    private static final String FILE = "tax-interest.txt";

    public InterestRates {
        percents = new TreeMap<>(percents);
        minimums = new TreeMap<>(minimums);
        if (percents.isEmpty() || minimums.isEmpty()) {
            throw new IllegalArgumentException("At least one rate and one minimum are needed");
        }
    }

    /**
     * The figures that come with the module, and those that the operator adds when the law changes.
     *
     * @param added lines such as {@code rate 2026-12-03 10.0} or {@code minimum 2027-01-01 9.30}
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static InterestRates builtIn(String... added) {
        try (InputStream file = Objects.requireNonNull(InterestRates.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ofLines(Stream.concat(text.lines(), Stream.of(added)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The interest rates cannot be read", e);
        }
    }

    static InterestRates ofLines(List<String> lines) {
        NavigableMap<LocalDate, BigDecimal> percents = new TreeMap<>();
        NavigableMap<LocalDate, Money> minimums = new TreeMap<>();
        for (String line : lines.stream().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            try {
                if (words.length != 3) {
                    throw new IllegalArgumentException("three words are needed");
                }
                LocalDate from = LocalDate.parse(words[1]);
                switch (words[0]) {
                    case "rate" -> percents.put(from, new BigDecimal(words[2]));
                    case "minimum" -> minimums.put(from, Money.of(words[2]));
                    default -> throw new IllegalArgumentException("neither rate nor minimum");
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "Not an interest rate: '" + line + "'; write for example 'rate 2026-03-05 10.5'", e);
            }
        }
        return new InterestRates(percents, minimums);
    }

    /** Whether all rates since {@code day} are known. */
    boolean reachBackTo(LocalDate day) {
        return !day.isBefore(percents.firstKey());
    }

    /** The rate on {@code day} and the first day on which it held. */
    Map.Entry<LocalDate, BigDecimal> rateOn(LocalDate day) {
        return Objects.requireNonNull(percents.floorEntry(day), "no rate is known for that day");
    }

    /** The first day after {@code day} on which another rate holds. */
    Optional<LocalDate> nextChange(LocalDate day) {
        return Optional.ofNullable(percents.higherKey(day));
    }

    /** Interest up to this amount is not charged; the oldest one known holds for all days before it. */
    Money minimumOn(LocalDate day) {
        Map.Entry<LocalDate, Money> entry = minimums.floorEntry(day);
        return (entry == null ? minimums.firstEntry() : entry).getValue();
    }
}
