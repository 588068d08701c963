package pl.otwartagmina.service.payments.internal.store;

import java.time.Duration;
import java.util.List;
import pl.otwartagmina.service.payments.internal.csv.RowFault;

/**
 * What an import did.
 *
 * @param sheet the sort of file
 * @param accepted rows that were new
 * @param changed rows that were known with other values
 * @param unchanged rows that were known as they are
 * @param rejected rows that could not be taken
 * @param warned rows that were taken, but something about them is odd
 * @param withdrawn dues that a complete file did not name any more
 * @param note why a complete file withdrew nothing, otherwise empty
 * @param firstFaults the first of those that were rejected or odd, at most 20
 * @param ignoredColumns columns of the file that are not ours
 * @param whole whether the file was read to its end; otherwise it was stopped between two batches
 */
public record ImportReport(
        String sheet,
        long accepted,
        long changed,
        long unchanged,
        long rejected,
        long warned,
        long withdrawn,
        String note,
        List<RowFault> firstFaults,
        List<String> ignoredColumns,
        boolean whole,
        Duration took) {
    static final int FIRST_FAULTS = 20;

    public ImportReport {
        firstFaults = List.copyOf(firstFaults);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    ImportReport withdrawing(long dues) {
        return new ImportReport(
                sheet,
                accepted,
                changed,
                unchanged,
                rejected,
                warned,
                dues,
                "",
                firstFaults,
                ignoredColumns,
                whole,
                took);
    }

    ImportReport noting(String why) {
        return new ImportReport(
                sheet,
                accepted,
                changed,
                unchanged,
                rejected,
                warned,
                0,
                why,
                firstFaults,
                ignoredColumns,
                whole,
                took);
    }

    /** All rows of the file that are not blank. */
    public long rows() {
        return accepted + changed + unchanged + rejected;
    }
}
