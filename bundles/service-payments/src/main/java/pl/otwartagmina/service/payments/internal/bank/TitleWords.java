package pl.otwartagmina.service.payments.internal.bank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.slip.PaymentTitle;

/**
 * A title of a transfer as banks and people leave it: without diacritics, in any case, slashes lost, numbers split. It is
 * read as a row of words and numbers, with nothing else between them.
 */
public final class TitleWords {
    private static final Pattern WORD = Pattern.compile("[A-Z]+|[0-9]+");
    private static final Pattern CARD = Pattern.compile("(?=(?:.*\\d){3})[A-Z0-9]{4,20}");
    private static final Pattern REFERENCE = Pattern.compile("(?=.*\\d)[A-Z0-9]{1,64}");
    /** Of pieces that are put together. */
    private static final int SHORTEST = 3;

    private static final int MOST_PIECES = 6;
    private static final int MOST_WORDS = 60;
    private static final Set<String> PART = Set.of("R", "RATA", "RATY", "RATE");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    /** Beginnings of words by which people name a levy. */
    private static final Map<String, Set<Kind>> STEMS = Map.of(
            "NIERUCH", EnumSet.of(Kind.REAL_ESTATE, Kind.COMBINED),
            "ROLN", EnumSet.of(Kind.AGRICULTURAL, Kind.COMBINED),
            "LESN", EnumSet.of(Kind.FOREST, Kind.COMBINED),
            "LACZN", EnumSet.of(Kind.COMBINED),
            "TRANSPORT", EnumSet.of(Kind.TRANSPORT),
            "ODPAD", EnumSet.of(Kind.WASTE),
            "SMIEC", EnumSet.of(Kind.WASTE),
            "DZIERZ", EnumSet.of(Kind.LEASE),
            "SKARBOW", EnumSet.of(Kind.STAMP_DUTY));

    private final List<String> words;
    private final String bare;
    private final List<Integer> starts = new ArrayList<>();

    private TitleWords(List<String> words) {
        this.words = words;
        this.bare = String.join("", words);
        int at = 0;
        for (String word : words) {
            starts.add(at);
            at += word.length();
        }
        starts.add(at);
    }

    static TitleWords of(String title) {
        return new TitleWords(WORD.matcher(plain(title))
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .toList());
    }

    /** Nothing but letters A to Z and digits, as {@link DueSearch#byCards} wants the number of a card. */
    public static String bare(String text) {
        return plain(text).replaceAll("[^A-Z0-9]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT).replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** All that may be the number of a card: one piece or several in a row; shorter ones only before a sign of a levy. */
    Set<String> cards() {
        Set<String> cards = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < words.size() && to < from + MOST_PIECES; to++) {
                joined.append(words.get(to));
                boolean beforeSign = to + 1 < words.size() && isSign(words.get(to + 1));
                if (CARD.matcher(joined).matches() || beforeSign) {
                    cards.add(joined.toString());
                }
            }
        }
        return cards;
    }

    /**
     * All that may be the name of a due of a module, as {@link pl.otwartagmina.api.dues.DueSource#called} wants it: words as
     * they stand, what follows a slash in them, and a few pieces in a row, because banks split and join.
     */
    public static Set<String> references(String title) {
        Set<String> references = new LinkedHashSet<>();
        List<String> words = of(title).words;
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_PIECES); to++) {
                references.add(String.join("", words.subList(from, to)));
            }
        }
        references.removeIf(reference -> reference.length() < SHORTEST);
        for (String word : title.split("\\s+", -1)) {
            references.add(bare(word));
            references.add(bare(word.substring(word.indexOf('/') + 1)));
        }
        references.removeIf(reference -> !REFERENCE.matcher(reference).matches());
        return references;
    }

    /** Whether these letters and digits are there, neither beginning nor ending within a word or number. */
    boolean has(String wanted) {
        for (int at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
            if (starts.contains(at) && starts.contains(at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the title ends with it, so that more of it may have been cut off. */
    boolean endsWith(String wanted) {
        return bare.endsWith(wanted);
    }

    /** Whether it says "rata 3", "III rata" or the like, and the year. */
    boolean namesPart(int number, int year) {
        boolean part = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            part |= PART.contains(words.get(i)) && isNumber(words.get(i + 1), number)
                    || PART.contains(words.get(i + 1)) && isNumber(words.get(i), number);
        }
        return part && words.contains(String.valueOf(year));
    }

    /** Whether it names levies, but none that could be this. */
    boolean contradicts(Kind kind) {
        List<Set<Kind>> named = words.stream().flatMap(TitleWords::kinds).toList();
        return !named.isEmpty() && named.stream().noneMatch(kinds -> kinds.contains(kind));
    }

    private static Stream<Set<Kind>> kinds(String word) {
        return Stream.concat(
                STEMS.entrySet().stream()
                        .filter(stem -> word.startsWith(stem.getKey()))
                        .map(Map.Entry::getValue),
                Stream.of(Kind.values())
                        .filter(kind -> PaymentTitle.code(kind).equals(word))
                        .map(EnumSet::of));
    }

    private static boolean isSign(String word) {
        return Stream.of(Kind.values()).anyMatch(kind -> word.startsWith(PaymentTitle.code(kind)));
    }

    private static boolean isNumber(String word, int number) {
        return word.equals(String.valueOf(number))
                || word.equals("0" + number)
                || number >= 1 && number <= ROMAN.size() && word.equals(ROMAN.get(number - 1));
    }
}
