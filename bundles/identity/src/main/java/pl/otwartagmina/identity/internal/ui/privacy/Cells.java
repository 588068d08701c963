package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of words; a phone shows its rows as cards. The roles are spelt out because browsers forget them there. */
final class Cells extends NativeTable {
    private static final long serialVersionUID = 1L;

    Cells(String name, List<String> headings, List<List<String>> rows) {
        addClassName("og-table");
        getElement().setAttribute("role", "table").setAttribute("aria-label", name);
        NativeTableRow head = new NativeTableRow();
        head.getElement().setAttribute("role", "row");
        headings.forEach(heading -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("role", "columnheader").setAttribute("scope", "col");
            head.add(cell);
        });
        NativeTableBody body = new NativeTableBody();
        for (List<String> words : rows) {
            NativeTableRow row = new NativeTableRow();
            row.getElement().setAttribute("role", "row");
            for (int i = 0; i < words.size(); i++) {
                NativeTableCell cell = new NativeTableCell(words.get(i));
                cell.getElement().setAttribute("role", "cell").setAttribute("data-label", headings.get(i));
                if (words.get(i).isEmpty()) {
                    cell.addClassName("og-cell-hide");
                }
                row.add(cell);
            }
            body.add(row);
        }
        NativeTableHeader header = new NativeTableHeader(head);
        header.getElement().setAttribute("role", "rowgroup");
        body.getElement().setAttribute("role", "rowgroup");
        add(header, body);
    }
}
