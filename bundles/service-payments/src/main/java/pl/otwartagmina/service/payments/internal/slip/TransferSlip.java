package pl.otwartagmina.service.payments.internal.slip;

import java.util.Optional;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Nrb;

/**
 * All that a domestic transfer needs (polecenie przelewu, wpłata gotówkowa).
 *
 * @param creditorNip of the gmina, for the 2D code; empty if not known
 * @param creditor name of the gmina or its unit
 * @param creditorAddress its address, empty for none; with the name at most 140 characters, as Elixir carries
 * @param account where the money goes
 * @param amount more than nothing and less than a milliard
 * @param title 1 to 140 characters
 * @param payer name, or empty: then it is written by hand
 * @param payerAddress empty for none; with the name at most 140 characters
 */
public record TransferSlip(
        Optional<Nip> creditorNip,
        String creditor,
        String creditorAddress,
        Nrb account,
        Money amount,
        String title,
        String payer,
        String payerAddress) {
    /** Four lines of 35. */
    private static final int LONGEST = 140;

    public TransferSlip {
        creditor = ZbpCode.oneLine(creditor);
        creditorAddress = ZbpCode.oneLine(creditorAddress);
        title = ZbpCode.oneLine(title);
        payer = ZbpCode.oneLine(payer);
        payerAddress = ZbpCode.oneLine(payerAddress);
        if (creditor.isEmpty() || title.isEmpty()) {
            throw new IllegalArgumentException("A transfer has a recipient and a title");
        }
        if (!amount.isPositive() || amount.compareTo(AmountInWords.MOST) > 0) {
            throw new IllegalArgumentException("A transfer is for 0,01 to 999 999 999,99 zł");
        }
        if (title.length() > LONGEST
                || (creditor + creditorAddress).length() > LONGEST
                || (payer + payerAddress).length() > LONGEST) {
            throw new IllegalArgumentException("A transfer takes 140 characters for recipient, payer and title each");
        }
    }

    /** The address of a recipient if both fit into a transfer, else none: the name matters more. */
    public static String addressBeside(String creditor, String address) {
        return creditor.length() + address.length() <= LONGEST ? address : "";
    }

    /** The 2D code of it; empty where the amount is too large for one. */
    public Optional<ZbpCode> code() {
        return ZbpCode.of(creditorNip, account, amount, creditor, title);
    }
}
