package pl.otwartagmina.service.payments.internal.store;

import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pl.otwartagmina.api.audit.Audit;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.data.Moments;
import pl.otwartagmina.service.payments.internal.clerk.ImportLine;

/** The files of the tax system that were imported, and by whom. */
@Component(service = Imports.class)
public final class Imports {
    /** Lines of a page. */
    public static final int PAGE = Dues.PAGE;

    private static final int LONGEST_NAME = 100;

    private final DuesTables tables;
    private final Audit audit;

    @Activate
    public Imports(@Reference DuesTables tables, @Reference Audit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /** Imports that were read to their end, the last first. */
    public List<ImportLine> page(int page) {
        Query query = new Query(
                "SELECT finished, sheet, file_name, accepted, changed, unchanged, rejected FROM payments_import"
                        + " ORDER BY finished DESC, file_name OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                page * PAGE,
                PAGE);
        return tables.unit()
                .sql(connection -> query.list(
                        connection,
                        row -> new ImportLine(
                                Moments.get(row, 1).orElseThrow(),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7))));
    }

    /** How many of them there are. */
    public int count() {
        Query query = new Query("SELECT COUNT(*) FROM payments_import");
        return tables.unit()
                .sql(connection -> query.list(connection, row -> row.getInt(1)).get(0));
    }

    /**
     * Records that an import begins. It is written batch by batch, so its record is there before the first.
     *
     * @param by who does it; action and object are those of this import
     */
    public void begins(Path file, AuditRecord by) {
        record(file, by, "payments.import", "", AuditRecord.Result.DONE);
    }

    /** Records how it ended. */
    public void ends(Path file, AuditRecord by, ImportReport report) {
        record(
                file,
                by,
                "payments.imported",
                report.sheet() + ": +" + report.accepted() + ", ~" + report.changed() + ", =" + report.unchanged()
                        + ", -" + report.rejected(),
                report.whole() ? AuditRecord.Result.DONE : AuditRecord.Result.FAILED);
    }

    /** Records that it came to nothing, or was broken off. */
    public void fails(Path file, AuditRecord by) {
        record(file, by, "payments.imported", "", AuditRecord.Result.FAILED);
    }

    private void record(Path file, AuditRecord by, String action, String reason, AuditRecord.Result result) {
        String name = String.valueOf(file.getFileName());
        audit.record(
                tables.unit(),
                new AuditRecord(
                        by.actor(),
                        by.onBehalfOf(),
                        action,
                        "file",
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        reason,
                        result,
                        by.origin()));
    }
}
