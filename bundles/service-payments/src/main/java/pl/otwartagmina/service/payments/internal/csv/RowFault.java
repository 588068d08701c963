package pl.otwartagmina.service.payments.internal.csv;

/**
 * Why a row was not taken, or what is odd about one that was.
 *
 * @param line line of the file, the header is line 1
 * @param column the column at fault, empty where it is the row as a whole
 */
public record RowFault(long line, String column, Reason reason) {
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
    }
}
