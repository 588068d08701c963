package pl.otwartagmina.service.payments.internal.csv;

/** A cell, or a row as a whole, that cannot be taken. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String reason;

    BadRow(String column, String reason) {
        // thrown once for each bad row, perhaps a million times: without the cost of a stack trace
        super(column + ": " + reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    RowFault at(Place place) {
        return place.fault(column, reason);
    }
}
