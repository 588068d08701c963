package pl.otwartagmina.service.payments.internal.slip;

import java.util.Optional;
import pl.otwartagmina.service.payments.internal.Kind;

/**
 * Whom and what an account of mass payments stands for (rachunek wirtualny): one payer and one levy, so that paying to it
 * says which tax is meant (art. 62 § 1 Ordynacji).
 *
 * @param payer number of the payer, 12 digits
 */
public record VirtualAccount(Kind kind, String payer) {
    private static final int DIGITS = 12;

    public VirtualAccount {
        if (!payer.matches("\\d{12}")) {
            throw new IllegalArgumentException("The number of a payer has 12 digits");
        }
    }

    /** For a taxpayer's account; empty if its number is not of 1 to 12 digits and so does not fit. */
    public static Optional<VirtualAccount> ofCard(Kind kind, String card) {
        return card.matches("\\d{1,12}")
                ? Optional.of(new VirtualAccount(kind, "0".repeat(DIGITS - card.length()) + card))
                : Optional.empty();
    }

    /** Whether it is that of the card. */
    public boolean isOf(Kind otherKind, String card) {
        return ofCard(otherKind, card).filter(this::equals).isPresent();
    }

    @Override
    public String toString() {
        return "VirtualAccount[" + kind.code() + "]";
    }
}
