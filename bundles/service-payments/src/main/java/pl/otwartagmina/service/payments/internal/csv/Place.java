package pl.otwartagmina.service.payments.internal.csv;

/**
 * Where a row stands in its file.
 *
 * @param line of the file, from 1
 */
public record Place(long line) {
    /** What is wrong with the row. */
    public RowFault fault(String column, String reason) {
        return new RowFault(line, column, reason);
    }
}
