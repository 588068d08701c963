package pl.otwartagmina.api.value;

/**
 * Tax identification number (NIP): 10 digits with a check digit, without dashes.
 *
 * @param digits the ten digits
 */
public record Nip(String digits) {
    private static final CheckDigits CHECK = new CheckDigits(10, 6, 5, 7, 2, 3, 4, 5, 6, 7);

    /** @throws InvalidNumber telling what is wrong */
    public Nip {
        CHECK.requireShape("NIP", digits);
        if (digits.equals("0000000000") || CHECK.sum(digits) % 11 != CheckDigits.digit(digits, 9)) {
            throw new InvalidNumber(InvalidNumber.Fault.CHECK_DIGIT, "NIP");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
