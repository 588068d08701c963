package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import pl.otwartagmina.api.dues.DueLabel;
import pl.otwartagmina.api.dues.InterestRule;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/**
 * One amount with one last day, as the tax system or a module has it. That is its ledger of record: instalments are shown
 * as it gives them and never divided here.
 *
 * @param id the due's id in the tax system or the module, unique there
 * @param party who owes it
 * @param card number of the taxpayer's account (karta), opaque; empty for the due of a module
 * @param decision sign of the decision, such as "nakaz 2026 12/24", opaque, may be empty
 * @param year tax year
 * @param dueDay last day to pay, already moved off Saturdays and holidays
 * @param principal the amount of the instalment
 * @param paid what has been booked against the principal; at most the principal
 * @param pending what has been sent and waits to be booked
 * @param reminderCost costs of a reminder (koszty upomnienia) still owed
 * @param creditor the gmina's account for it
 * @param origin where it is from
 */
public record Due(
        String id,
        PartyKey party,
        Kind kind,
        String card,
        String decision,
        int year,
        Instalment instalment,
        LocalDate dueDay,
        Money principal,
        Money paid,
        Money pending,
        Money reminderCost,
        Nrb creditor,
        DueOrigin origin) {

    public Due {
        if (principal.isNegative() || paid.isNegative() || pending.isNegative() || reminderCost.isNegative()) {
            throw new IllegalArgumentException("Amounts of a due are not negative");
        }
        if (paid.compareTo(principal) > 0) {
            throw new IllegalArgumentException("More is paid than owed: that is an overpayment of the account");
        }
    }

    /** A due of the tax system. */
    public Due(
            String id,
            PartyKey party,
            Kind kind,
            String card,
            String decision,
            int year,
            Instalment instalment,
            LocalDate dueDay,
            Money principal,
            Money paid,
            Money pending,
            Money reminderCost,
            Nrb creditor) {
        this(
                id,
                party,
                kind,
                card,
                decision,
                year,
                instalment,
                dueDay,
                principal,
                paid,
                pending,
                reminderCost,
                creditor,
                DueOrigin.imported(kind));
    }

    /** The module that it is from. */
    public String source() {
        return origin.source();
    }

    /** Its name among the dues of all modules. */
    public String name() {
        return DueOrigin.name(source(), id);
    }

    /** By which law it bears interest. */
    public InterestRule interest() {
        return origin.interest();
    }

    /** Whether it is settled like a tax (art. 55 and 62 Ordynacji). */
    public boolean isSettledLikeTaxes() {
        return interest() == InterestRule.TAX;
    }

    /** Whether both are of the same tax or fee, within which the oldest is settled first. */
    public boolean isOfSameLevyAs(Due other) {
        return source().equals(other.source())
                && kind == other.kind
                && origin.label()
                        .map(DueLabel::kind)
                        .equals(other.origin.label().map(DueLabel::kind));
    }

    /** The same, withdrawn by the office: nothing is owed or was paid of it there. */
    public Due withdrawn() {
        return with(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** The same with all that is pending as paid: costs first (art. 62 § 1a Ordynacji), then the principal. */
    public Due withPendingPaid() {
        Money costs = least(reminderCost, pending);
        return with(
                principal,
                paid.plus(least(principalLeft(), pending.minus(costs))),
                Money.ZERO,
                reminderCost.minus(costs));
    }

    private Due with(Money newPrincipal, Money newPaid, Money newPending, Money newCost) {
        return new Due(
                id,
                party,
                kind,
                card,
                decision,
                year,
                instalment,
                dueDay,
                newPrincipal,
                newPaid,
                newPending,
                newCost,
                creditor,
                origin);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Whether the office has withdrawn it. What is pending then was paid in the portal and is an overpayment. */
    public boolean isWithdrawn() {
        return principal.isZero() && reminderCost.isZero();
    }

    /** The principal that is not paid. */
    public Money principalLeft() {
        return principal.minus(paid);
    }

    /** Principal and costs that are not paid; without interest. */
    public Money open() {
        return principalLeft().plus(reminderCost);
    }

    /** How it stands on {@code today}. The store's SQL says the same. */
    public DueState state(LocalDate today) {
        if (!open().isPositive()) {
            return DueState.PAID;
        }
        if (pending.compareTo(open()) >= 0) {
            return DueState.IN_PROGRESS;
        }
        return dueDay.isBefore(today) ? DueState.OVERDUE : DueState.TO_PAY;
    }
}
