package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;

/** What an entry was found to be for. */
public sealed interface Match {

    /** So sure that it is booked without a clerk. */
    record Certain(Target target) implements Match {}

    /** A clerk decides; the best guess comes first. At least one. */
    record Suggestions(List<Target> targets) implements Match {
        public Suggestions {
            targets = List.copyOf(targets);
        }
    }

    /** Nobody knows, or the money did not come in. */
    record Nothing() implements Match {}

    /**
     * Whose money it is, and what the law makes of it.
     *
     * @param settlement what does not fit is in it as an overpayment
     */
    record Target(Reason reason, PartyKey party, String card, Kind kind, Settlement settlement) {}

    /** Why it is thought so; the best reason first. */
    enum Reason {
        VIRTUAL_ACCOUNT("virtual-account"),
        /** Card, kind, year and part as the portal suggests the title. */
        MACHINE_KEY("machine-key"),
        DUE_ID("due-id"),
        CARD_AND_PART("card-and-part"),
        CARD_AND_AMOUNT("card-and-amount"),
        /** The account has paid for this person before, and the amount fits. */
        KNOWN_PAYER("known-payer"),
        CARD("card"),
        /** The title names a kind that the card is not for. */
        CONTRADICTION("contradiction"),
        AMOUNT("amount");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The word for it in message keys: {@code payments.match.<code>}. */
        public String code() {
            return code;
        }
    }
}
