package pl.otwartagmina.api.privacy;

import java.util.List;

/**
 * Data that belong together, such as those of an account; one description for both a file for machines and one for people.
 *
 * @param id name for machines, the same in all languages, such as {@code account}
 * @param title heading for people
 */
public record DataGroup(String id, String title, List<DataField> fields, List<DataTable> tables) {
    public DataGroup {
        fields = List.copyOf(fields);
        tables = List.copyOf(tables);
    }

    /** A group of single values. */
    public static DataGroup of(String id, String title, DataField... fields) {
        return new DataGroup(id, title, List.of(fields), List.of());
    }

    /** A group that is one table. */
    public static DataGroup of(DataTable table) {
        return new DataGroup(table.id(), table.title(), List.of(), List.of(table));
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return fields.isEmpty()
                && tables.stream().allMatch(table -> table.rows().isEmpty());
    }
}
