package pl.otwartagmina.service.payments.internal.csv;

/** A cell, or a row as a whole, that cannot be taken. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final Reason reason;

    BadRow(String column, Reason.Sort sort, Object... arguments) {
        // thrown once for each bad row, perhaps a million times: without the cost of a stack trace
        super(column + ": " + sort, null, false, false);
        this.column = column;
        this.reason = Reason.of(sort, arguments);
    }

    RowFault at(Place place) {
        return place.fault(column, reason);
    }
}
