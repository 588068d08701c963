package pl.otwartagmina.service.payments.internal.bank;

import java.util.Locale;

/** How a clerk sorts transfers. */
public enum TransferTab {
    /** Money that came in, and nobody knows yet for what. */
    WAITING,
    /** Money that went out, and what the bank took back. */
    OTHER,
    /** What is to be given back. */
    RETURNED,
    /** Everything else, last decided first. */
    DONE;

    /** The word for it in addresses and message keys: {@code payments.transfers.tab.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
