package pl.otwartagmina.service.payments.internal.source;

import java.util.Collection;
import java.util.Optional;
import pl.otwartagmina.api.dues.DueAmounts;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.ModuleDue;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueOrigin;
import pl.otwartagmina.service.payments.internal.Instalment;
import pl.otwartagmina.service.payments.internal.Kind;

/**
 * What was paid here for the due of a module, is on its way there, or was given back.
 *
 * @param booking the name by which the module is told of it
 * @param effect costs and principal; negative for what was given back
 */
public record ModulePayment(String source, String due, String booking, Money effect) {
    /** What of these payments the module does not count in the due yet; negative where more was given back than came. */
    public static Money uncounted(ModuleDue due, Collection<ModulePayment> payments) {
        return payments.stream()
                .filter(payment -> !due.counted().contains(payment.booking()))
                .map(ModulePayment::effect)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The due as it stands here: what its module does not count yet is pending, and what was given back since is owed. */
    public static Due standing(String source, ModuleDue due, Collection<ModulePayment> payments) {
        Money here = uncounted(
                due,
                payments.stream()
                        .filter(payment ->
                                payment.source().equals(source) && payment.due().equals(due.id()))
                        .toList());
        DueLabel label = due.label();
        DueAmounts amounts = due.amounts();
        return new Due(
                due.id(),
                due.party(),
                Kind.OTHER,
                "",
                label.decision(),
                label.year(),
                label.instalment()
                        .map(part -> Instalment.of(part.number(), part.of()))
                        .orElse(Instalment.NONE),
                due.dueDay(),
                amounts.principal(),
                here.isNegative() ? amounts.paid().plus(here).orZero() : amounts.paid(),
                here.orZero(),
                amounts.costs(),
                due.creditor(),
                new DueOrigin(source, due.interest(), due.partPayment(), Optional.of(label)));
    }
}
