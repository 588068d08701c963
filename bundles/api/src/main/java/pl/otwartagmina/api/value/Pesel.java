package pl.otwartagmina.api.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Number of a person in the PESEL register: 11 digits, a date and a check digit.
 *
 * <p>It never goes into a log: {@link #toString} hides it.
 *
 * @param digits the eleven digits
 */
public record Pesel(String digits) {
    private static final CheckDigits CHECK = new CheckDigits(11, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
    /** The century is coded in the month: ustawa o ewidencji ludności, art. 15 and its regulation. */
    private static final int[] CENTURIES = {1900, 2000, 2100, 2200, 1800};

    /** @throws InvalidNumber telling what is wrong */
    public Pesel {
        CHECK.requireShape("PESEL", digits);
        if ((10 - CHECK.sum(digits) % 10) % 10 != CheckDigits.digit(digits, 10)) {
            throw new InvalidNumber(InvalidNumber.Fault.CHECK_DIGIT, "PESEL");
        }
        try {
            birth(digits);
        } catch (DateTimeException noSuchDay) {
            throw new InvalidNumber(InvalidNumber.Fault.DATE, "PESEL");
        }
    }

    /** The day of birth that the number holds. */
    public LocalDate birthDate() {
        return birth(digits);
    }

    private static LocalDate birth(String digits) {
        int month = Integer.parseInt(digits, 2, 4, 10);
        return LocalDate.of(
                CENTURIES[month / 20] + Integer.parseInt(digits, 0, 2, 10),
                month % 20,
                Integer.parseInt(digits, 4, 6, 10));
    }

    @Override
    public String toString() {
        return "Pesel[hidden]";
    }
}
