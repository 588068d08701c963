package pl.otwartagmina.identity.internal.store;

import com.ibm.icu.text.Transliterator;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents user names: {@code a.kowalska}, {@code a.kowalska2} and so on, in letters that every keyboard has. */
final class UserNames {
    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final int LONGEST = 56;

    private UserNames() {}

    /** What the user names of people called so begin with. */
    static String of(String firstName, String lastName) {
        String first = letters(firstName);
        String whole = (first.isEmpty() ? "" : first.charAt(0) + ".") + letters(lastName);
        return whole.isEmpty() ? "konto" : whole.substring(0, Math.min(whole.length(), LONGEST));
    }

    /** The first that nobody has. */
    static String free(String base, Set<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? base : base + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static String letters(String text) {
        return PLAIN.transliterate(text).replaceAll("[^a-z0-9]", "");
    }
}
