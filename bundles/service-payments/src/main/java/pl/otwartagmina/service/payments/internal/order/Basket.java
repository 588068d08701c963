package pl.otwartagmina.service.payments.internal.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.DueState;
import pl.otwartagmina.service.payments.internal.Owed;
import pl.otwartagmina.service.payments.internal.settlement.Claim;
import pl.otwartagmina.service.payments.internal.settlement.Indication;
import pl.otwartagmina.service.payments.internal.settlement.Settlement;

/** What somebody is about to pay at once, with what each amount settles. */
public record Basket(List<Row> rows) {
    /**
     * A due in the basket.
     *
     * @param amount what is paid of it, more than nothing and at most {@link Owed#toPay}
     * @param share what that settles: costs, interest, principal
     */
    public record Row(Owed owed, Money amount, Settlement.Share share) {}

    public Basket {
        rows = List.copyOf(rows);
    }

    /** Whether something of the due can be paid now. */
    public static boolean takes(Owed owed) {
        return owed.state() != DueState.IN_PROGRESS
                && owed.state() != DueState.PAID
                && owed.toPay().isPositive();
    }

    /**
     * These dues.
     *
     * @param amounts by the due's name; what is missing is paid in full
     * @throws IllegalArgumentException if an amount is nothing or more than is owed, or a part where none may be paid
     */
    public static Basket of(List<Owed> dues, Map<String, Money> amounts) {
        return new Basket(dues.stream()
                .filter(Basket::takes)
                .map(owed -> row(owed, amounts.getOrDefault(owed.due().name(), owed.toPay())))
                .toList());
    }

    private static Row row(Owed owed, Money amount) {
        if (!amount.isPositive() || amount.compareTo(owed.toPay()) > 0) {
            throw new IllegalArgumentException("Of a due is paid more than nothing and no more than is owed");
        }
        Due due = owed.due();
        if (!due.origin().partPayment() && !amount.equals(owed.toPay())) {
            throw new IllegalArgumentException("This due is paid whole or not at all");
        }
        // what is on its way to the office has paid the costs first, then principal
        Money costs = due.reminderCost().minus(due.pending()).orZero();
        Money principal = due.open().minus(due.pending()).minus(costs).orZero();
        Claim claim = new Claim(
                due.name(),
                due.kind(),
                due.dueDay(),
                costs,
                principal,
                owed.interest().orElse(Money.ZERO));
        LocalDate day = owed.day();
        List<Claim> one = List.of(claim);
        Settlement settlement = due.isSettledLikeTaxes()
                ? Settlement.ofTaxes(amount, day, Indication.of(due.kind()), one)
                : Settlement.ofCivilDebts(amount, day, Indication.of(due.kind()), one);
        return new Row(owed, amount, settlement.shares().get(0));
    }

    /** All of it. */
    public Money total() {
        return rows.stream().map(Row::amount).reduce(Money.ZERO, Money::plus);
    }

    /**
     * Arrears that the law settles before something in the basket, although they are not in it: the oldest of a tax comes
     * first, whatever the payer says (art. 62 § 1 Ordynacji podatkowej). Of debts of civil law the payer names the one that
     * is paid (art. 451 § 1 KC).
     *
     * @param open all that the party owes
     */
    public List<Owed> settledBefore(List<Owed> open) {
        Set<String> chosen = rows.stream().map(row -> row.owed().due().name()).collect(Collectors.toSet());
        return open.stream()
                .filter(owed -> owed.state() == DueState.OVERDUE && takes(owed))
                .filter(owed -> !chosen.contains(owed.due().name()))
                .filter(owed -> rows.stream()
                        .anyMatch(row -> isOlder(owed.due(), row.owed().due())))
                .toList();
    }

    private static boolean isOlder(Due arrear, Due chosen) {
        return arrear.isSettledLikeTaxes()
                && arrear.isOfSameLevyAs(chosen)
                && arrear.dueDay().isBefore(chosen.dueDay());
    }

    /**
     * What goes into the orders.
     *
     * @param titles of the dues, as the payer reads them
     */
    public List<OrderLine> lines(Function<Due, String> titles) {
        return rows.stream()
                .map(row -> new OrderLine(
                        row.owed().due().source(),
                        row.owed().due().id(),
                        row.owed().due().party(),
                        titles.apply(row.owed().due()),
                        row.owed().due().creditor(),
                        row.share().costs(),
                        row.share().interest(),
                        row.share().principal()))
                .toList();
    }
}
