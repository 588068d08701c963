package pl.otwartagmina.service.payments.internal.csv;

/**
 * Where a row stands in its file.
 *
 * @param line of the file, from 1
 * @param array the name of the array that it is in, empty where a line is a row
 * @param index in the array, from 0
 */
public record Place(long line, String array, long index) {
    /** A line that is a row. */
    static Place ofLine(long line) {
        return new Place(line, "", 0);
    }

    /** What is wrong with the row, or with a column of it. */
    public RowFault fault(String column, String reason) {
        if (array.isEmpty()) {
            return new RowFault(line, column, reason);
        }
        return new RowFault(line, name(index) + (column.isEmpty() ? "" : "." + column), reason);
    }

    /** The number that tells it from other rows of the file. */
    public long number() {
        return array.isEmpty() ? line : index;
    }

    /** How another row of the file is called. */
    public String name(long number) {
        return array.isEmpty() ? "line " + number : array + "[" + number + "]";
    }
}
