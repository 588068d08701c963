package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.StreamResource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.DayWords;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.audit.AuditCsv;
import pl.otwartagmina.identity.internal.audit.AuditFilter;
import pl.otwartagmina.identity.internal.audit.AuditTrail;

/** The audit trail, for auditors: searched, leafed through, saved as CSV. */
final class AuditView extends Page {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final List<String> COLUMNS =
            List.of("time", "actor", "action", "object", "reason", "result", "address");

    private final transient AuditTrail trail;
    private final transient Acting acting;
    private final TextField text = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Div results = new Div();
    private final Button newer = new Button();
    private final Button older = new Button();
    private transient AuditFilter filter = AuditFilter.ALL;
    /** The record before which each page begins, but the first; the present page on top. */
    private final Deque<Long> pages = new ArrayDeque<>();

    private long last;

    AuditView(AuditTrail trail, Acting acting) {
        super("identity.audit");
        this.trail = trail;
        this.acting = acting;
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setMaxLength(120);
        texts().bind(text::setLabel, "identity.audit.text");
        texts().bind(from::setLabel, "identity.audit.from");
        texts().bind(to::setLabel, "identity.audit.to");
        for (DatePicker day : List.of(from, to)) {
            texts().onLanguage(() -> day.setI18n(DayWords.of(texts(), "identity.day")));
            texts().bind(day::setPlaceholder, "identity.day.form");
        }
        Button search = new Button();
        texts().bind(search::setText, "identity.search");
        search.addClickListener(click -> search());
        Div actions = new Div(search, export());
        actions.addClassName("og-filters-actions");
        Div fields = new Div(text, from, to, actions);
        fields.addClassName("og-filters");
        fields.getElement().setAttribute("role", "search");
        search.addClickShortcut(Key.ENTER).listenOn(fields);
        texts().bind(newer::setText, "identity.audit.newer");
        texts().bind(older::setText, "identity.audit.older");
        newer.addClickListener(click -> {
            pages.pop();
            show();
        });
        older.addClickListener(click -> {
            pages.push(last);
            show();
        });
        Div pager = new Div(newer, older);
        pager.addClassName("og-pager");
        Div card = new Div(fields, results, pager);
        card.addClassName("og-card");
        add(card);
        trail.recordReading(acting, filter, "identity.audit.read");
        texts().onLanguage(this::show);
    }

    private Anchor export() {
        StreamResource file = new StreamResource("dziennik.csv", (out, session) -> AuditCsv.write(out, trail, filter));
        Anchor link = new Anchor(file, "");
        Span words = new Span();
        texts().bind(words::setText, "identity.audit.export");
        link.add(new Icon("download"), words);
        link.addClassNames("og-buttonlink");
        link.getElement().setAttribute("download", true);
        link.getElement()
                .addEventListener("click", click -> trail.recordReading(acting, filter, "identity.audit.export"));
        return link;
    }

    private void search() {
        filter = new AuditFilter(text.getValue(), from.getOptionalValue(), to.getOptionalValue());
        trail.recordReading(acting, filter, "identity.audit.read");
        pages.clear();
        show();
    }

    private void show() {
        List<AuditTrail.Line> found = trail.read(filter, pages.isEmpty() ? AuditTrail.NEWEST : pages.peek(), PAGE + 1);
        List<AuditTrail.Line> lines = found.stream().limit(PAGE).toList();
        newer.setEnabled(!pages.isEmpty());
        older.setEnabled(found.size() > PAGE);
        last = lines.isEmpty() ? AuditTrail.NEWEST : lines.get(lines.size() - 1).id();
        results.removeAll();
        results.add(
                lines.isEmpty()
                        ? new EmptyState(
                                "search",
                                texts().get("identity.audit.none.title"),
                                texts().get("identity.audit.none.text"))
                        : table(lines));
    }

    private NativeTable table(List<AuditTrail.Line> lines) {
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(texts().get("identity.audit.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        for (AuditTrail.Line line : lines) {
            NativeTableRow row = new NativeTableRow();
            List<String> cells = AuditCsv.cells(line);
            for (int i = 0; i < cells.size(); i++) {
                String words = COLUMNS.get(i).equals("result")
                        ? texts().get("identity.audit.result." + cells.get(i))
                        : cells.get(i);
                NativeTableCell cell = new NativeTableCell(words);
                cell.getElement().setAttribute("data-label", texts().get("identity.audit.column." + COLUMNS.get(i)));
                row.add(cell);
            }
            body.add(row);
        }
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        table.addClassName("og-table");
        return table;
    }
}
