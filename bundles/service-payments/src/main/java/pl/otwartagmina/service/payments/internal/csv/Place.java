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
    public RowFault fault(String column, Reason.Sort sort, Object... arguments) {
        return fault(column, Reason.of(sort, arguments));
    }

    /** A column of the row is the same as in another row of the file. */
    public RowFault twice(String column, long other) {
        return array.isEmpty()
                ? fault(column, Reason.Sort.LINE_TWICE, other)
                : fault(column, Reason.Sort.ELEMENT_TWICE, name(other));
    }

    RowFault fault(String column, Reason reason) {
        if (array.isEmpty()) {
            return new RowFault(line, column, reason);
        }
        return new RowFault(line, name(index) + (column.isEmpty() ? "" : "." + column), reason);
    }

    /** The number that tells it from other rows of the file. */
    public long number() {
        return array.isEmpty() ? line : index;
    }

    private String name(long number) {
        return array + "[" + number + "]";
    }
}
