package pl.otwartagmina.identity.internal.store;

import com.ibm.icu.text.Transliterator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Invents user names: {@code a.kowalska}, {@code a.kowalska2} and so on, in letters that every keyboard has. */
final class UserNames {
    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST = 56;

    private UserNames() {}

    /** The first that nobody has. */
    static String free(String firstName, String lastName, Predicate<String> taken) {
        String first = letters(firstName);
        String last = letters(lastName);
        String whole = (first.isEmpty() ? "" : first.charAt(0) + ".") + last;
        String name = whole.isEmpty() ? "konto" : whole.substring(0, Math.min(whole.length(), LONGEST));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + number)
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    private static String letters(String text) {
        return PLAIN.transliterate(text).replaceAll("[^a-z0-9]", "");
    }
}
