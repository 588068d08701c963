package pl.otwartagmina.service.payments.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param minimums interest up to this amount is not charged, by the first day on which it holds; none for none
 */
public record InterestRates(NavigableMap<LocalDate, BigDecimal> percents, NavigableMap<LocalDate, Money> minimums) {
    private static final String TAX = "tax-interest.txt";
    private static final String CIVIL = "civil-interest.txt";

    public InterestRates {
        percents = new TreeMap<>(percents);
        minimums = new TreeMap<>(minimums);
        if (percents.isEmpty()) {
            throw new IllegalArgumentException("At least one rate is needed");
        }
    }

    /**
     * The figures for taxes (art. 54 and 56 Ordynacji) that come with the module, and those that the operator adds when
     * the law changes.
     *
     * @param added lines such as {@code rate 2026-12-03 10.0} or {@code minimum 2027-01-01 9.30}
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static InterestRates builtIn(String... added) {
        return ofFile(TAX, added);
    }

    /**
     * The figures for debts of civil law (art. 481 § 2 KC), likewise. There is no minimum.
     *
     * @param added lines such as {@code rate 2026-12-03 9.0}
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static InterestRates civil(String... added) {
        return ofFile(CIVIL, added);
    }

    private static InterestRates ofFile(String name, String... added) {
        try (InputStream file = Objects.requireNonNull(InterestRates.class.getResourceAsStream(name), name)) {
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
    public boolean reachBackTo(LocalDate day) {
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

    /** From the day after {@code dueDay} up to and including {@code day}, cut where the rate changes. */
    public List<RateSpan> spans(LocalDate dueDay, LocalDate day) {
        List<RateSpan> spans = new ArrayList<>();
        LocalDate from = dueDay.plusDays(1);
        while (!from.isAfter(day)) {
            LocalDate change = nextChange(from).orElse(LocalDate.MAX);
            LocalDate to = change.isAfter(day) ? day : change.minusDays(1);
            spans.add(new RateSpan(from, to, rateOn(from).getValue()));
            from = to.plusDays(1);
        }
        return spans;
    }

    /** Interest up to this amount is not charged; the oldest one known holds for all days before it. */
    Money minimumOn(LocalDate day) {
        if (minimums.isEmpty()) {
            return Money.ZERO;
        }
        Map.Entry<LocalDate, Money> entry = minimums.floorEntry(day);
        return (entry == null ? minimums.firstEntry() : entry).getValue();
    }
}
