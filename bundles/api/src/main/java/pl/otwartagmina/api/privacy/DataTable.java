package pl.otwartagmina.api.privacy;

import java.util.List;

/**
 * Rows of the same kind.
 *
 * @param id name for machines, such as {@code dues}
 * @param title heading for people
 * @param columns what stands in each row
 * @param rows as many values each as there are columns
 */
public record DataTable(String id, String title, List<Column> columns, List<List<DataValue>> rows) {
    /**
     * A column.
     *
     * @param id name for machines
     * @param label heading for people
     */
    public record Column(String id, String label) {}

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("Each row of " + id + " has " + width + " values");
        }
    }
}
