package pl.otwartagmina.service.payments.internal.clerk;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a clerk looks at the matters of a taxpayer (podstawa wglądu). The person reads it under "Moje dane".
 *
 * @param kind one of the {@link #KINDS}, words of the messages {@code payments.audit.reason.<kind>}
 * @param sign of the case, as the office keeps it; may be empty for all kinds but a case
 */
public record LookUp(String kind, String sign) {
    /** A case of the office, which has a sign. */
    public static final String CASE = "case";

    /** Reasons, the most frequent first. */
    public static final List<String> KINDS = List.of("visit", "phone", "letter", CASE, "reconciliation");

    /** Characters that a sign may have. */
    public static final int LONGEST_SIGN = 80;

    private static final Pattern PESEL = Pattern.compile("\\d{11}");

    public LookUp {
        sign = sign.strip();
        if (!KINDS.contains(kind) || !isSign(kind, sign)) {
            throw new IllegalArgumentException("Nobody looks up a taxpayer without a reason that can be kept");
        }
    }

    /** Whether a case is named where there must be one, and no PESEL, which no trail keeps. */
    public static boolean isSign(String kind, String sign) {
        return sign.length() <= LONGEST_SIGN && !PESEL.matcher(sign).find() && !(kind.equals(CASE) && sign.isBlank());
    }

    /**
     * What the audit trail keeps: the kind alone as its word, which is shown in the language of who reads it.
     *
     * @param words of the kind, for a reason with a sign
     */
    public String reason(String words) {
        return sign.isEmpty() ? kind : words + ", " + sign;
    }
}
