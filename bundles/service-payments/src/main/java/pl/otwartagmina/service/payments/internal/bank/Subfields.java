package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.otwartagmina.api.value.InvalidNumber;
import pl.otwartagmina.api.value.Nrb;

/**
 * Field {@code :86:} of MT940 as Polish banks fill it: a sign, two digits, text, again and again. The sign is {@code ~},
 * {@code <} or {@code ^}, in some {@code ?}; before the first there may be a code of three digits.
 */
final class Subfields {
    private static final Pattern STRUCTURED = Pattern.compile("\\s*\\d{0,3}([~<^?])(?=\\d{2})", Pattern.DOTALL);

    /** Banks cut the title into pieces of these lengths, within a word if need be. */
    private static final List<Integer> FULL = List.of(27, 35);

    private final Map<String, String> fields = new TreeMap<>();

    private Subfields() {}

    /** The field, its lines parted by {@code \n}. A text without subfields is the title. */
    static Subfields of(String text) {
        Subfields subfields = new Subfields();
        Matcher start = STRUCTURED.matcher(text);
        if (!start.lookingAt()) {
            subfields.fields.put("20", text.replace('\n', ' '));
            return subfields;
        }
        String sign = Pattern.quote(start.group(1));
        // a line break within a subfield is one of the file, not of the text
        for (String part : text.substring(start.start(1)).replace("\n", "").split(sign + "(?=\\d{2})", -1)) {
            if (part.length() > 2) {
                subfields.fields.merge(part.substring(0, 2), part.substring(2), String::concat);
            }
        }
        return subfields;
    }

    /** Pieces that are full go on without a space, as they were cut; after others one space was lost. */
    String title() {
        StringBuilder title = new StringBuilder();
        Stream.of("20", "21", "22", "23", "24", "25", "26", "60", "61", "62", "63")
                .flatMap(field -> text(field).stream())
                .forEach(piece -> title.append(piece).append(FULL.contains(piece.length()) ? "" : " "));
        return title.toString().strip().replaceAll("\\s+", " ");
    }

    String name() {
        return Stream.of("32", "33")
                .flatMap(field -> text(field).stream())
                .collect(Collectors.joining(" "))
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** {@code 38} has the IBAN; older ones have sort code and account in {@code 30} and {@code 31}. */
    String account() {
        String iban = bare("38");
        if (!iban.isEmpty()) {
            return iban.matches("PL\\d{26}") ? iban.substring(2) : iban;
        }
        String account = bare("31");
        String whole = bare("30") + account;
        return whole.matches("\\d{24}") ? Nrb.ofBban(whole).digits() : account;
    }

    /** The account in that subfield, if it is one. */
    Optional<Nrb> account(String field) {
        String digits = bare(field).replaceFirst("^PL", "");
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(new Nrb(digits));
        } catch (InvalidNumber other) {
            return Optional.empty();
        }
    }

    private String bare(String field) {
        return text(field).orElse("").replaceAll("[\\s-]", "");
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).filter(text -> !text.isBlank());
    }
}
