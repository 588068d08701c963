package pl.otwartagmina.service.payments.internal.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;
import pl.otwartagmina.service.payments.internal.settlement.Settlement.Share;

/**
 * What a transfer pays of one due, or what of it nobody owed.
 *
 * @param source id of the module whose due it is; {@link DueOrigin#IMPORTED} for dues of the tax system
 * @param due its id there; empty for what was paid too much on the card
 * @param card number of the taxpayer's account; empty for the due of a module
 * @param kind the levy
 * @param surplus more than was owed (nadpłata)
 */
public record Assignment(
        String source,
        String due,
        PartyKey party,
        String card,
        Kind kind,
        Money costs,
        Money interest,
        Money principal,
        Money surplus) {
    public Assignment {
        if (costs.isNegative() || interest.isNegative() || principal.isNegative() || surplus.isNegative()) {
            throw new IllegalArgumentException("Money is assigned, not taken");
        }
    }

    /** All of it. */
    public Money amount() {
        return costs.plus(interest).plus(principal).plus(surplus);
    }

    /** What an account of the tax system gets, as the law settles it; they come to the payment. */
    static List<Assignment> of(Settlement settlement, PartyKey party, String card, Kind kind) {
        List<Assignment> all = new ArrayList<>();
        for (Share share : settlement.shares()) {
            all.add(of(share, DueOrigin.IMPORTED, party, card, kind, Money.ZERO));
        }
        Money surplus = settlement.overpayment();
        if (surplus.isPositive()) {
            Share nothing = new Share("", Money.ZERO, Money.ZERO, Money.ZERO);
            all.add(of(nothing, DueOrigin.IMPORTED, party, card, kind, surplus));
        }
        return List.copyOf(all);
    }

    /** What one due gets of an amount meant for it alone. */
    static Assignment of(Due due, Settlement settlement) {
        Share nothing = new Share(due.id(), Money.ZERO, Money.ZERO, Money.ZERO);
        Optional<Share> share = settlement.shares().stream().findFirst();
        return of(share.orElse(nothing), due.source(), due.party(), due.card(), due.kind(), settlement.overpayment());
    }

    private static Assignment of(Share share, String source, PartyKey party, String card, Kind kind, Money surplus) {
        return new Assignment(
                source, share.due(), party, card, kind, share.costs(), share.interest(), share.principal(), surplus);
    }

    /** What they come to. */
    public static Money sum(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What amounts come to. */
    public static Money sum(Map<Due, Money> amounts) {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** Whether it is for the due of a module. */
    public boolean isOfModule() {
        return !source.equals(DueOrigin.IMPORTED);
    }

    @Override
    public String toString() {
        return "Assignment[" + due + ", " + amount() + "]";
    }
}
