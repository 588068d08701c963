package pl.otwartagmina.service.payments.internal.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.CivilInterest;
import pl.otwartagmina.service.payments.internal.Due;
import pl.otwartagmina.service.payments.internal.LateInterest;
import pl.otwartagmina.service.payments.internal.RateSpan;
import pl.otwartagmina.service.payments.internal.TaxInterest;

/**
 * How late interest comes about, line by line ("Skąd ta kwota?").
 *
 * @param principal what bears interest
 * @param dueDay the last day to pay
 * @param day the day of payment that is reckoned with
 * @param spans a line for each rate; none if the payment is in time
 * @param minimum interest up to this is not charged; zero where the law knows no minimum
 * @param charged what is charged in the end
 */
public record Derivation(
        Law law, Money principal, LocalDate dueDay, LocalDate day, List<RateSpan> spans, Money minimum, Money charged) {

    /** By which law. */
    public enum Law {
        /** Art. 53–56 and 63 Ordynacji podatkowej. */
        TAX("tax"),
        /** Art. 481 KC. */
        CIVIL("civil");

        private final String code;

        Law(String code) {
            this.code = code;
        }

        /** The word for it in message keys. */
        public String code() {
            return code;
        }
    }

    /** How it ends. */
    public enum Outcome {
        /** The payment is in time. */
        IN_TIME("in-time"),
        /** The sum does not exceed the minimum, so nothing is charged (art. 54 § 1 pkt 5 Ordynacji). */
        BELOW_MINIMUM("below-minimum"),
        /** The sum is rounded and charged. */
        CHARGED("charged");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** The word for it in message keys. */
        public String code() {
            return code;
        }
    }

    public Derivation {
        spans = List.copyOf(spans);
    }

    /**
     * Interest on what is left of a due, if it is paid on {@code day}.
     *
     * @return empty where there is none, or only the office can tell
     */
    public static Optional<Derivation> of(LateInterest interest, Due due, LocalDate day) {
        return switch (due.interest()) {
            case TAX -> of(interest.tax(), due.principalLeft(), due.dueDay(), day);
            case CIVIL -> of(interest.civil(), due.principalLeft(), due.dueDay(), day);
            case NONE, OFFICE -> Optional.empty();
        };
    }

    /**
     * Late interest on a tax.
     *
     * @return empty if the due is older than the rates known: then the office counts
     */
    public static Optional<Derivation> of(TaxInterest interest, Money principal, LocalDate dueDay, LocalDate day) {
        return interest.on(principal, dueDay, day)
                .map(charged -> new Derivation(
                        Law.TAX,
                        principal,
                        dueDay,
                        day,
                        interest.spans(dueDay, day),
                        interest.minimumOn(day),
                        charged));
    }

    /**
     * Interest for delay of a debt of civil law.
     *
     * @return empty if the debt is older than the rates known
     */
    public static Optional<Derivation> of(CivilInterest interest, Money principal, LocalDate dueDay, LocalDate day) {
        return interest.on(principal, dueDay, day)
                .map(charged -> new Derivation(
                        Law.CIVIL, principal, dueDay, day, interest.spans(dueDay, day), Money.ZERO, charged));
    }

    /** The sum to a hundredth of a grosz, from exact figures: the lines, each rounded to be shown, may differ in the last place. */
    public BigDecimal exact() {
        return RateSpan.exactTimesDivisor(spans, principal).divide(RateSpan.DIVISOR, 4, RoundingMode.HALF_UP);
    }

    /** All days of delay. */
    public long days() {
        return spans.stream().mapToLong(RateSpan::days).sum();
    }

    public Outcome outcome() {
        if (spans.isEmpty()) {
            return Outcome.IN_TIME;
        }
        return law == Law.TAX && charged.isZero() ? Outcome.BELOW_MINIMUM : Outcome.CHARGED;
    }
}
