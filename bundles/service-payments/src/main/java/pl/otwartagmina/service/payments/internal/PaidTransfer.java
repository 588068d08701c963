package pl.otwartagmina.service.payments.internal;

import java.time.LocalDate;
import pl.otwartagmina.api.value.Money;

/**
 * What of a transfer to the bank was booked for a party.
 *
 * @param day of the payment
 * @param title as the bank told it
 * @param surplus what of the amount nobody owed
 */
public record PaidTransfer(LocalDate day, String card, String title, Money amount, Money surplus) {}
