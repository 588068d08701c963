package pl.otwartagmina.service.payments.internal;

import java.util.Arrays;
import java.util.Optional;

/** The parts in which the list of dues is shown. */
public enum Tab {
    /** Whatever is owed, overdue or not. */
    UNPAID("unpaid"),
    IN_PROGRESS("in-progress"),
    OVERDUE("overdue"),
    PAID("paid");

    private final String code;

    Tab(String code) {
        this.code = code;
    }

    /** The word for it in addresses and message keys. */
    public String code() {
        return code;
    }

    /** The tab of that code. */
    public static Optional<Tab> ofCode(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }
}
