package pl.otwartagmina.service.payments.internal;

import java.util.Arrays;
import java.util.Optional;

/** What is owed: the local taxes and fees that a gmina collects. */
public enum Kind {
    /** Podatek od nieruchomości. */
    REAL_ESTATE("real-estate", true),
    /** Podatek rolny. */
    AGRICULTURAL("agricultural", true),
    /** Podatek leśny. */
    FOREST("forest", true),
    /** Łączne zobowiązanie pieniężne: one decision for two or more of the three above. */
    COMBINED("combined", true),
    /** Podatek od środków transportowych. */
    TRANSPORT("transport", true),
    /** Opłata za gospodarowanie odpadami; its arrears are settled like a tax (art. 6q of the act on cleanliness). */
    WASTE("waste", true),
    /** Rent of municipal land or rooms: a contract, so its interest is civil (art. 481 KC) and the office counts it. */
    LEASE("lease", false),
    /** Opłata skarbowa. */
    STAMP_DUTY("stamp-duty", true),
    /** Anything else; the office counts its interest. */
    OTHER("other", false);

    private final String code;
    private final boolean taxInterest;

    Kind(String code, boolean taxInterest) {
        this.code = code;
        this.taxInterest = taxInterest;
    }

    /** The word for it in files, tables, addresses and message keys. */
    public String code() {
        return code;
    }

    /** Whether arrears bear tax interest (odsetki za zwłokę, art. 53 Ordynacji podatkowej). */
    public boolean bearsTaxInterest() {
        return taxInterest;
    }

    /** The kind of that code. */
    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
