package pl.otwartagmina.service.payments.internal.clerk;

import java.time.LocalDate;
import pl.otwartagmina.api.value.Money;

/**
 * An overpayment (nadpłata) that is neither credited nor paid back.
 *
 * @param id of the payment in the tax system, the order or the transfer that it came with
 * @param source id of the module whose due it was meant for; {@code payments} for dues of the tax system
 * @param card number of the taxpayer's account; empty if it is not known, or for a module
 */
public record Surplus(Way way, String id, Money amount, LocalDate paidOn, String source, String card) {
    /** How it came. */
    public enum Way {
        TAX_SYSTEM("tax"),
        PORTAL("portal"),
        TRANSFER("transfer");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        /** The word for it in message keys: {@code payments.taxpayer.surplus.<code>}. */
        public String code() {
            return code;
        }
    }
}
