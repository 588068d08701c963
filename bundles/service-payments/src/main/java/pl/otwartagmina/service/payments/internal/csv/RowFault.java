package pl.otwartagmina.service.payments.internal.csv;

/**
 * Why a row was not taken. It never repeats what stood in the row.
 *
 * @param line line of the file, the header is line 1
 * @param column the column at fault, empty where it is the row as a whole
 * @param reason in words for the operator
 */
public record RowFault(long line, String column, String reason) {
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
    }
}
