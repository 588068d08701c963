package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.Kind;

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
     * @param source id of the module whose due it is for; {@link DueOrigin#IMPORTED} for dues of the tax system
     * @param card number of the taxpayer's account; empty for the due of a module
     * @param assignments what each due gets; what does not fit is in them as an overpayment
     */
    record Target(Reason reason, String source, PartyKey party, String card, Kind kind, List<Assignment> assignments) {
        public Target {
            assignments = List.copyOf(assignments);
        }

        /** The due of a module that it is for; empty if it is for an account of the tax system. */
        public Optional<String> moduleDue() {
            return source.equals(DueOrigin.IMPORTED)
                    ? Optional.empty()
                    : Optional.of(assignments.get(0).due());
        }

        /** Whether both are for the same account of a taxpayer, or the same due of a module. */
        public boolean isOfSameAccountAs(Target other) {
            return source.equals(other.source)
                    && party.equals(other.party)
                    && card.equals(other.card)
                    && moduleDue().equals(other.moduleDue());
        }

        /** Whether both do the same, for whatever reason. */
        public boolean assignsTheSameAs(Target other) {
            return assignments.equals(other.assignments);
        }
    }

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
