package pl.otwartagmina.service.payments.internal;

import java.util.Arrays;
import java.util.Optional;
import pl.otwartagmina.api.dues.InterestRule;

/** What is owed: the local taxes and fees that a gmina collects. */
public enum Kind {
    /** Podatek od nieruchomości. */
    REAL_ESTATE("real-estate", InterestRule.TAX),
    /** Podatek rolny. */
    AGRICULTURAL("agricultural", InterestRule.TAX),
    /** Podatek leśny. */
    FOREST("forest", InterestRule.TAX),
    /** Łączne zobowiązanie pieniężne: one decision for two or more of the three above. */
    COMBINED("combined", InterestRule.TAX),
    /** Podatek od środków transportowych. */
    TRANSPORT("transport", InterestRule.TAX),
    /** Opłata za gospodarowanie odpadami; its arrears are settled like a tax (art. 6q of the act on cleanliness). */
    WASTE("waste", InterestRule.TAX),
    /** Rent of municipal land or rooms: a contract, so its interest is civil (art. 481 KC). */
    LEASE("lease", InterestRule.CIVIL),
    /** Opłata skarbowa. */
    STAMP_DUTY("stamp-duty", InterestRule.TAX),
    /** Anything else; the office counts its interest. */
    OTHER("other", InterestRule.OFFICE);

    private final String code;
    private final InterestRule interest;

    Kind(String code, InterestRule interest) {
        this.code = code;
        this.interest = interest;
    }

    /** The word for it in files, tables, addresses and message keys. */
    public String code() {
        return code;
    }

    /** By which law arrears bear interest. */
    public InterestRule interest() {
        return interest;
    }

    /** The kind of that code. */
    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
