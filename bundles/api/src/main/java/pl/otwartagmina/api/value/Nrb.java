package pl.otwartagmina.api.value;

import java.math.BigInteger;

/**
 * Number of a bank account (numer rachunku bankowego): 2 check digits, 8 of the bank, 16 of the account.
 *
 * @param digits the 26 digits, without spaces
 */
public record Nrb(String digits) {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** @throws InvalidNumber telling what is wrong */
    public Nrb {
        if (!digits.matches("\\d{26}")) {
            throw new InvalidNumber(InvalidNumber.Fault.SHAPE, "NRB");
        }
        // ISO 13616 for the country code PL = 2521
        if (!mod97(digits.substring(2) + "2521" + digits.substring(0, 2)).equals(BigInteger.ONE)) {
            throw new InvalidNumber(InvalidNumber.Fault.CHECK_DIGIT, "NRB");
        }
    }

    /** The account whose 24 digits behind the check digits are given. */
    public static Nrb ofBban(String bban) {
        if (!bban.matches("\\d{24}")) {
            throw new InvalidNumber(InvalidNumber.Fault.SHAPE, "NRB");
        }
        int check = 98 - mod97(bban + "252100").intValue();
        return new Nrb((check < 10 ? "0" : "") + check + bban);
    }

    /** {@code 61 1090 1014 0000 0712 1981 2874}, as people write it. */
    public String grouped() {
        return digits.substring(0, 2) + digits.substring(2).replaceAll("(\\d{4})", " $1");
    }

    private static BigInteger mod97(String number) {
        return new BigInteger(number).mod(NINETY_SEVEN);
    }

    @Override
    public String toString() {
        return "Nrb[hidden]";
    }
}
