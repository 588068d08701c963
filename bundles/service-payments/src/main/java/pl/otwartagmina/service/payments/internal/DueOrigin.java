package pl.otwartagmina.service.payments.internal;

import java.util.Optional;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.InterestRule;

/**
 * Where a due is from, and what follows from that.
 *
 * @param source id of the module that has it; {@link #IMPORTED} for dues of the tax system
 * @param partPayment whether a part of it may be paid
 * @param label how its module speaks of it; empty for dues of the tax system, which their kind names
 */
public record DueOrigin(String source, InterestRule interest, boolean partPayment, Optional<DueLabel> label) {
    /** Dues that the tax system has handed over are this module's own. */
    public static final String IMPORTED = "payments";

    /** A due of the tax system. */
    public static DueOrigin imported(Kind kind) {
        return new DueOrigin(IMPORTED, kind.interest(), true, Optional.empty());
    }

    /**
     * The name of a due among those of all modules. Those of the tax system keep their ids, so that addresses with them
     * stay as they are.
     */
    public static String name(String source, String due) {
        return source.equals(IMPORTED) && due.indexOf(':') < 0 ? due : source + ":" + due;
    }
}
