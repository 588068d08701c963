package pl.otwartagmina.api.privacy;

/**
 * A value and what it is.
 *
 * @param id name for machines, such as {@code firstName}
 * @param label words for people
 */
public record DataField(String id, String label, DataValue value) {
    /** A field of words. */
    public static DataField of(String id, String label, String text) {
        return new DataField(id, label, new DataValue.Text(text));
    }
}
