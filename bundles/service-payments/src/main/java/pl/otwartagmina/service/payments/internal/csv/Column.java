package pl.otwartagmina.service.payments.internal.csv;

/**
 * A column of a file.
 *
 * @param name as it stands in the header
 * @param required whether the header must have it
 * @param example a cell, for the template
 */
public record Column(String name, boolean required, String example) {
    static Column required(String name, String example) {
        return new Column(name, true, example);
    }

    static Column optional(String name, String example) {
        return new Column(name, false, example);
    }
}
