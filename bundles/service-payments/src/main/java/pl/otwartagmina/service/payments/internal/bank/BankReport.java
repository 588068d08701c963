package pl.otwartagmina.service.payments.internal.bank;

import java.util.List;

/**
 * What became of a file.
 *
 * @param file with its counts
 * @param matched of what was taken, so many were certain and are booked
 * @param faults each entry or statement that was not taken
 */
public record BankReport(TakenFile file, int matched, List<Fault> faults) {
    public BankReport {
        faults = List.copyOf(faults);
    }
}
