package pl.otwartagmina.service.payments.internal;

/**
 * Which part of the year's due it is: "rata 3 z 4", or the period that a fee is for.
 *
 * @param number from 1, or 0 where the due has no instalments
 * @param of how many there are, or 0
 * @param period {@code 2026-11}, {@code 2026-Q4} or words of the tax system, empty for none
 */
public record Instalment(int number, int of, String period) {
    /** A due that is paid at once. */
    public static final Instalment NONE = new Instalment(0, 0, "");

    public Instalment {
        if (number < 0 || of < 0 || number > of) {
            throw new IllegalArgumentException("No instalment " + number + " of " + of);
        }
    }

    /** Instalment {@code number} of {@code of}. */
    public static Instalment of(int number, int of) {
        return new Instalment(number, of, "");
    }

    /** The part for a period. */
    public static Instalment forPeriod(String period) {
        return new Instalment(0, 0, period);
    }
}
