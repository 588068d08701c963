package pl.otwartagmina.service.payments.internal.bank;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Titles as people and banks spoil them; the same seed gives the same ones. */
final class MessyTitles {
    private static final List<String> BEFORE =
            List.of("", "", "", "podatek ", "Opłata: ", "Wpłata za ", "KOWALSKI JAN ", "tytułem ");
    private static final List<String> AFTER =
            List.of("", "", " Podatek od nieruchomości", " dziękuję", ", Żółcisława Łęcka", " nr tel. 600 700 800");

    private final Random random;

    MessyTitles(long seed) {
        random = new Random(seed);
    }

    /** The key stays whole, whatever becomes of case, diacritics, separators and the words around it. */
    String spoiled(String key) {
        String title = pick(BEFORE) + separators(key) + pick(AFTER);
        if (random.nextInt(3) == 0) {
            title = title.toLowerCase(Locale.ROOT);
        }
        if (random.nextInt(3) == 0) {
            title = title.toUpperCase(Locale.ROOT);
        }
        if (random.nextInt(2) == 0) {
            title = Normalizer.normalize(title, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('ł', 'l')
                    .replace('Ł', 'L');
        }
        return title;
    }

    /** Digits or letters of the key are lost, changed or swapped, or the end of the title is. */
    String damaged(String key) {
        int at = random.nextInt(key.length());
        String wrong =
                switch (random.nextInt(4)) {
                    case 0 -> key.substring(0, at) + key.substring(at + 1);
                    case 1 -> key.substring(0, at) + random.nextInt(10) + key.substring(at + 1);
                    case 2 -> key.substring(0, at) + random.nextInt(10) + key.substring(at);
                    default -> key.substring(0, at);
                };
        String title = spoiled(wrong);
        return title.substring(0, Math.min(35, title.length()));
    }

    private String separators(String key) {
        String other = pick(List.of("/", " / ", " ", "-", ".", "\\", ", "));
        String title = key.replace("/", other);
        if (title.length() > 1 && random.nextInt(3) == 0) {
            // a bank parts it somewhere
            int at = 1 + random.nextInt(title.length() - 1);
            title = title.substring(0, at) + " " + title.substring(at);
        }
        return title;
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
