package pl.otwartagmina.service.payments.internal.slip;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.otwartagmina.api.value.Money;

/**
 * An amount as Polish forms want it in words (kwota słownie): {@code dwadzieścia dwa złote 25/100}. A thousand is
 * {@code jeden tysiąc}, so that nothing can be written before it.
 */
public final class AmountInWords {
    /** The largest amount that is spoken. */
    public static final Money MOST = Money.ofGrosze(99_999_999_999L);

    private static final String[] UNITS = {
        "",
        "jeden",
        "dwa",
        "trzy",
        "cztery",
        "pięć",
        "sześć",
        "siedem",
        "osiem",
        "dziewięć",
        "dziesięć",
        "jedenaście",
        "dwanaście",
        "trzynaście",
        "czternaście",
        "piętnaście",
        "szesnaście",
        "siedemnaście",
        "osiemnaście",
        "dziewiętnaście"
    };
    private static final String[] TENS = {
        "",
        "",
        "dwadzieścia",
        "trzydzieści",
        "czterdzieści",
        "pięćdziesiąt",
        "sześćdziesiąt",
        "siedemdziesiąt",
        "osiemdziesiąt",
        "dziewięćdziesiąt"
    };
    private static final String[] HUNDREDS = {
        "", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"
    };

    private AmountInWords() {}

    /**
     * The amount in words.
     *
     * @throws IllegalArgumentException if it is negative or a milliard and more
     */
    public static String of(Money amount) {
        if (amount.isNegative() || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Only 0,00 to 999 999 999,99 zł can be said in words");
        }
        BigInteger[] parts = amount.amount().unscaledValue().divideAndRemainder(BigInteger.valueOf(100));
        int zloty = parts[0].intValueExact();
        return number(zloty) + " " + form(zloty, "złoty", "złote", "złotych")
                + String.format(Locale.ROOT, " %02d/100", parts[1].intValueExact());
    }

    private static String number(int number) {
        if (number == 0) {
            return "zero";
        }
        List<String> words = new ArrayList<>();
        group(words, number / 1_000_000, "milion", "miliony", "milionów");
        group(words, number / 1_000 % 1_000, "tysiąc", "tysiące", "tysięcy");
        below1000(words, number % 1_000);
        return String.join(" ", words);
    }

    private static void group(List<String> words, int number, String one, String few, String many) {
        if (number > 0) {
            below1000(words, number);
            words.add(form(number, one, few, many));
        }
    }

    private static void below1000(List<String> words, int number) {
        int rest = number % 100;
        add(words, HUNDREDS[number / 100]);
        add(words, rest < 20 ? "" : TENS[rest / 10]);
        add(words, UNITS[rest < 20 ? rest : rest % 10]);
    }

    private static void add(List<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /** 1 złoty; 2–4, 22–24 … złote, but 12–14 złotych; all others, 21 and 101 too, złotych. */
    private static String form(int number, String one, String few, String many) {
        if (number == 1) {
            return one;
        }
        int last = number % 10;
        boolean teens = number % 100 / 10 == 1;
        return last >= 2 && last <= 4 && !teens ? few : many;
    }
}
