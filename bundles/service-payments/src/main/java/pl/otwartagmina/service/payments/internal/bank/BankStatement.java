package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nrb;

/**
 * A statement (wyciąg) of which at least one entry can be taken.
 *
 * @param number as the bank gives it
 * @param account whose statement it is
 * @param entries those that could be read
 * @param whole whether these are all of it; then opening and entries come to closing
 */
public record BankStatement(
        String number, Nrb account, Money opening, Money closing, List<BankEntry> entries, boolean whole) {
    public BankStatement {
        entries = List.copyOf(entries);
    }
}
