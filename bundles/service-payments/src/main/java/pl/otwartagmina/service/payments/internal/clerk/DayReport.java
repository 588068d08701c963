package pl.otwartagmina.service.payments.internal.clerk;

import java.time.LocalDate;
import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/**
 * What was booked and given back on a day (raport dzienny), by the clock of the gmina.
 *
 * @param received a line for each channel, account and kind of due
 * @param returned the same for refunds that were done on the day, and for transfers that the bank took back on it; of what was
 *     booked on earlier days, too
 */
public record DayReport(LocalDate day, List<Line> received, List<Line> returned) {
    /** The channel of transfers to the accounts of the gmina; no gateway is called so. */
    public static final String TRANSFER = "transfer";

    public DayReport {
        received = List.copyOf(received);
        returned = List.copyOf(returned);
    }

    /**
     * A sum.
     *
     * @param channel id of the gateway, or {@link #TRANSFER}
     * @param source the module that the dues are from
     * @param kind code of the kind of due, empty where its module does not tell
     * @param count bookings, or what was given back of bookings
     */
    public record Line(String channel, Nrb creditor, String source, String kind, int count, Amounts amounts) {}

    /** Parts of payments, summed up. */
    public record Amounts(Money costs, Money interest, Money principal, Money surplus) {
        public static final Amounts NONE = new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        public Amounts plus(Amounts other) {
            return new Amounts(
                    costs.plus(other.costs),
                    interest.plus(other.interest),
                    principal.plus(other.principal),
                    surplus.plus(other.surplus));
        }

        /** All of it. */
        public Money total() {
            return costs.plus(interest).plus(principal).plus(surplus);
        }
    }

    /** The sum of some lines. */
    public static Amounts sum(List<Line> lines) {
        return lines.stream().map(Line::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    /** Whether nothing happened. */
    public boolean isEmpty() {
        return received.isEmpty() && returned.isEmpty();
    }
}
