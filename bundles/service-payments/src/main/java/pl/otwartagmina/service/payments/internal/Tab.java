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

    /** Whether a due that stands so is in it. The store's SQL says the same. */
    public boolean has(DueState state) {
        return switch (this) {
            case UNPAID -> state == DueState.TO_PAY || state == DueState.OVERDUE;
            case IN_PROGRESS -> state == DueState.IN_PROGRESS;
            case OVERDUE -> state == DueState.OVERDUE;
            case PAID -> state == DueState.PAID;
        };
    }

    /** The tab of that code. */
    public static Optional<Tab> ofCode(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }
}
