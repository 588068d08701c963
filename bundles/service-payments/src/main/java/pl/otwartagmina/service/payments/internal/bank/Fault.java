package pl.otwartagmina.service.payments.internal.bank;

import java.util.Arrays;

/**
 * What was not taken, and why. It never repeats what stood there.
 *
 * @param line of the file
 * @param statement its number, empty where it could not be read
 * @param position of the entry in its statement; 0 where it is the statement as a whole
 */
public record Fault(int line, String statement, int position, Reason reason) {

    /** Why. */
    public enum Reason {
        /** The line of an entry is none. */
        LINE("line"),
        AMOUNT("amount"),
        DAY("day"),
        /** Not in złoty. */
        CURRENCY("currency"),
        /** The account of the statement is no NRB. */
        ACCOUNT("account"),
        /** Opening and entries do not come to closing: nothing of the statement is taken. */
        BALANCE("balance"),
        /** The statement has no closing balance: nothing of it is taken. */
        CUT("cut"),
        /** The bank announces it but has not booked it. */
        NOT_BOOKED("not-booked"),
        /** The parts of a collective entry do not come to its amount. */
        DETAILS("details"),
        /** Neither credit nor debit. */
        DIRECTION("direction");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The word for it in message keys: {@code payments.bank.fault.<code>}. */
        public String code() {
            return code;
        }

        /** The reason of that code. */
        public static Reason ofCode(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No reason " + code));
        }
    }
}
