package pl.otwartagmina.service.payments.internal.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.Kind;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;
import pl.otwartagmina.service.payments.internal.settlement.Settlement.Share;

/**
 * What a transfer pays of one due, or what of it nobody owed.
 *
 * @param due its id; empty for what was paid too much on the card
 * @param card whose account it is
 * @param kind the levy
 * @param surplus more than was owed (nadpłata)
 */
public record Assignment(
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

    /** As the law settles it; they come to the payment. */
    public static List<Assignment> of(Match.Target target) {
        List<Assignment> all = new ArrayList<>();
        for (Share share : target.settlement().shares()) {
            all.add(of(share, target.party(), target.card(), target.kind(), Money.ZERO));
        }
        Money surplus = target.settlement().overpayment();
        if (surplus.isPositive()) {
            all.add(new Assignment(
                    "", target.party(), target.card(), target.kind(), Money.ZERO, Money.ZERO, Money.ZERO, surplus));
        }
        return List.copyOf(all);
    }

    /** What one due gets of an amount meant for it alone. */
    static Assignment of(Due due, Settlement settlement) {
        Share nothing = new Share(due.id(), Money.ZERO, Money.ZERO, Money.ZERO);
        Optional<Share> share = settlement.shares().stream().findFirst();
        return of(share.orElse(nothing), due.party(), due.card(), due.kind(), settlement.overpayment());
    }

    private static Assignment of(Share share, PartyKey party, String card, Kind kind, Money surplus) {
        return new Assignment(
                share.due(), party, card, kind, share.costs(), share.interest(), share.principal(), surplus);
    }

    /** What they come to. */
    public static Money sum(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What amounts come to. */
    public static Money sum(Map<String, Money> amounts) {
        return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    @Override
    public String toString() {
        return "Assignment[" + due + ", " + amount() + "]";
    }
}
