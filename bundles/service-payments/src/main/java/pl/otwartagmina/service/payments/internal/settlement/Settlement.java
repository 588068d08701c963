package pl.otwartagmina.service.payments.internal.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.otwartagmina.api.value.Money;

/**
 * What the law makes of one payment (zaliczenie wpłaty). Shares and overpayment always come to the payment, to the grosz.
 *
 * @param shares in the order in which the law settles them; only dues that get something
 * @param overpayment what is left when all is settled (nadpłata)
 */
public record Settlement(Money payment, List<Share> shares, Money overpayment) {

    /**
     * What one due gets.
     *
     * @param due its id
     */
    public record Share(String due, Money costs, Money interest, Money principal) {
        /** All that the due gets. */
        public Money total() {
            return costs.plus(interest).plus(principal);
        }
    }

    public Settlement {
        shares = List.copyOf(shares);
        Money sum = shares.stream().map(Share::total).reduce(overpayment, Money::plus);
        if (!sum.equals(payment) || overpayment.isNegative()) {
            throw new IllegalArgumentException("The shares do not come to the payment");
        }
    }

    /**
     * Settles taxes, and fees that are settled like taxes.
     *
     * <p>Costs of reminders come first (art. 62 § 1a Ordynacji). Then arrears: the oldest of the indicated tax, then the
     * oldest of all, whatever else the payer wanted (art. 62 § 1). Each is split between principal and interest in the
     * proportion in which they stand (art. 55 § 2). Where no arrears are left, the payer's wish counts, then the last day.
     *
     * @param day of the payment (art. 60)
     * @param claims as they stand on that day, in any order
     */
    public static Settlement ofTaxes(Money payment, LocalDate day, Indication wish, List<Claim> claims) {
        Course course = new Course(payment);
        List<Claim> order = claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> !claim.isLateOn(day))
                        .thenComparing(claim -> !isOf(wish, claim))
                        .thenComparing(claim -> claim.isLateOn(day) ? 0 : place(wish, claim))
                        .thenComparing(Claim::dueDay)
                        .thenComparing(Claim::due))
                .toList();
        order.forEach(claim -> course.costs(claim, claim.costs()));
        order.forEach(course::inProportion);
        return course.end();
    }

    /**
     * Settles debts of civil law: those that the payer names, then the oldest that is late, then the next (art. 451 KC).
     * Of each debt costs come first, then interest, then principal: the creditor may, and a gmina has to.
     *
     * @param day of the payment
     * @param claims as they stand on that day, in any order
     */
    public static Settlement ofCivilDebts(Money payment, LocalDate day, Indication wish, List<Claim> claims) {
        Course course = new Course(payment);
        claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> place(wish, claim))
                        .thenComparing(claim -> !isOf(wish, claim))
                        .thenComparing(claim -> !claim.isLateOn(day))
                        .thenComparing(Claim::dueDay)
                        .thenComparing(Claim::due))
                .forEach(claim -> {
                    course.costs(claim, claim.costs());
                    course.interest(claim, claim.interest());
                    course.principal(claim, claim.principal());
                });
        return course.end();
    }

    private static boolean isOf(Indication wish, Claim claim) {
        return wish.kind().filter(claim.kind()::equals).isPresent();
    }

    private static int place(Indication wish, Claim claim) {
        int place = wish.dues().indexOf(claim.due());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** The payment on its way through the claims. */
    private static final class Course {
        private static final Share NOTHING = new Share("", Money.ZERO, Money.ZERO, Money.ZERO);

        private final Money payment;
        private final Map<String, Share> shares = new LinkedHashMap<>();
        private Money rest;

        Course(Money payment) {
            if (payment.isNegative()) {
                throw new IllegalArgumentException("A payment is not negative");
            }
            this.payment = payment;
            this.rest = payment;
        }

        void costs(Claim claim, Money wanted) {
            Money given = take(wanted);
            give(claim, given, Money.ZERO, Money.ZERO);
        }

        void interest(Claim claim, Money wanted) {
            Money given = take(wanted);
            give(claim, Money.ZERO, given, Money.ZERO);
        }

        void principal(Claim claim, Money wanted) {
            Money given = take(wanted);
            give(claim, Money.ZERO, Money.ZERO, given);
        }

        /** Art. 55 § 2 Ordynacji. */
        void inProportion(Claim claim) {
            BigDecimal principal = claim.principal().amount();
            BigDecimal both = principal.add(claim.interest().amount());
            Money given = take(new Money(both));
            if (given.isPositive()) {
                Money share = new Money(given.amount().multiply(principal).divide(both, 2, RoundingMode.HALF_UP));
                give(claim, Money.ZERO, given.minus(share), share);
            }
        }

        Settlement end() {
            return new Settlement(payment, new ArrayList<>(shares.values()), rest);
        }

        private Money take(Money wanted) {
            Money given = wanted.compareTo(rest) < 0 ? wanted : rest;
            rest = rest.minus(given);
            return given;
        }

        private void give(Claim claim, Money costs, Money interest, Money principal) {
            if (costs.plus(interest).plus(principal).isPositive()) {
                Share before = shares.getOrDefault(claim.due(), NOTHING);
                shares.put(
                        claim.due(),
                        new Share(
                                claim.due(),
                                before.costs().plus(costs),
                                before.interest().plus(interest),
                                before.principal().plus(principal)));
            }
        }
    }
}
