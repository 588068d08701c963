package pl.otwartagmina.service.payments.internal.slip;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;

/**
 * The title that the portal suggests for a transfer: {@code 240000021/NIER/2026/R3}, then words for people. What machines
 * read comes first, because banks cut titles off at the end; it has no letters that an old system loses.
 */
public final class PaymentTitle {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q([1-4])");
    private static final int LONGEST = 140;

    private PaymentTitle() {}

    /** {@code 240000021/NIER/2026/R3 Podatek od nieruchomości}: the key, and as much of the words as fits. */
    public static String of(Due due, String words) {
        String decision = due.origin().label().isPresent() ? due.decision() : "";
        return ZbpCode.cut((key(due) + " " + (decision + " " + words).strip()).strip(), LONGEST);
    }

    /** The part for machines; names one due of one card, or {@code WATER/FV-12-2026} one of a module. */
    public static String key(Due due) {
        if (due.origin().label().isPresent()) {
            return due.source().toUpperCase(Locale.ROOT) + "/" + due.id();
        }
        String part = part(due.instalment());
        return due.card() + "/" + code(due.kind()) + "/" + due.year() + (part.isEmpty() ? "" : "/" + part);
    }

    /** The sign of a levy in titles; none begins like another. */
    public static String code(Kind kind) {
        return switch (kind) {
            case REAL_ESTATE -> "NIER";
            case AGRICULTURAL -> "ROL";
            case FOREST -> "LES";
            case COMBINED -> "LZP";
            case TRANSPORT -> "TRANS";
            case WASTE -> "ODP";
            case LEASE -> "CZYNSZ";
            case STAMP_DUTY -> "SKARB";
            case OTHER -> "INNE";
        };
    }

    /** {@code R3}, {@code M11} for a month, {@code K4} for a quarter, or nothing. */
    private static String part(Instalment instalment) {
        if (instalment.number() > 0) {
            return "R" + instalment.number();
        }
        Matcher month = MONTH.matcher(instalment.period());
        if (month.matches()) {
            return "M" + month.group(1);
        }
        Matcher quarter = QUARTER.matcher(instalment.period());
        return quarter.matches() ? "K" + quarter.group(1) : "";
    }
}
