package pl.otwartagmina.service.payments.internal.settlement;

import java.util.List;
import java.util.Optional;
import pl.otwartagmina.service.payments.internal.Kind;

/**
 * What the payer says the payment is for (wskazanie, art. 62 § 1 Ordynacji, art. 451 § 1 KC). Paying to an account that
 * serves one tax says it too.
 *
 * @param kind the tax or fee
 * @param dues ids of dues, in the payer's order
 */
public record Indication(Optional<Kind> kind, List<String> dues) {
    /** The payer says nothing. */
    public static final Indication NONE = new Indication(Optional.empty(), List.of());

    public Indication {
        dues = List.copyOf(dues);
    }

    /** For a tax or fee, whichever of its dues. */
    public static Indication of(Kind kind) {
        return new Indication(Optional.of(kind), List.of());
    }

    /** For these dues of one tax or fee. */
    public static Indication of(Kind kind, List<String> dues) {
        return new Indication(Optional.of(kind), dues);
    }
}
