package pl.otwartagmina.service.payments.internal.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/**
 * One movement on an account of the gmina, as the bank tells it.
 *
 * @param statement number of the statement, such as {@code 00065/001}
 * @param position of the entry in its statement, from 1, rejected ones counted too, so that it stays when a file is mended
 * @param line of the file
 * @param booked day on which the bank booked it
 * @param valued day from which it counts for the account
 * @param amount more than nothing
 * @param account the account of the gmina that was meant: the virtual one, where the bank tells it
 * @param counterAccount of the other side: NRB, or another IBAN; empty where there is none, as with cash
 * @param counterName of the other side, may be empty
 * @param title in one line, may be empty
 * @param reference the bank's own, may be empty
 */
public record BankEntry(
        String statement,
        int position,
        int line,
        LocalDate booked,
        LocalDate valued,
        Direction direction,
        Money amount,
        Nrb account,
        String counterAccount,
        String counterName,
        String title,
        String reference) {

    /** Which way the money went. */
    public enum Direction {
        /** In (uznanie). */
        CREDIT(1),
        /** Out (obciążenie). */
        DEBIT(-1),
        /** Out: a credit before was wrong (storno uznania). */
        CREDIT_REVERSED(-1),
        /** In: a debit before was wrong (storno obciążenia). */
        DEBIT_REVERSED(1);

        private final int sign;

        Direction(int sign) {
            this.sign = sign;
        }
    }

    public BankEntry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("An entry is for more than nothing");
        }
    }

    /** The amount as it changes the balance. */
    public Money change() {
        return direction.sign > 0 ? amount : amount.negate();
    }

    /**
     * The day of payment as far as a statement can tell. Art. 60 Ordynacji means the day on which the payer's own account
     * was debited, which is never later.
     */
    public LocalDate paymentDay() {
        return valued.isBefore(booked) ? valued : booked;
    }

    /**
     * The same for the same entry in every file, and for no other: account, statement, day, position, amount and title. The
     * day is in it because banks begin to count statements anew each year.
     */
    public String key() {
        String all = String.join(
                "\n",
                account.digits(),
                statement,
                booked.toString(),
                String.valueOf(position),
                change().amount().toPlainString(),
                title);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "BankEntry[" + statement + " " + position + ", " + change() + "]";
    }
}
