package pl.otwartagmina.identity.internal.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import pl.otwartagmina.api.ui.Formats;

/** Records of the audit trail as text: in the table, and as a file for a spreadsheet (CSV, RFC 4180). */
public final class AuditCsv {
    private static final int BATCH = 1000;
    private static final String HEAD = "time,actor,action,object,reason,result,address\r\n";

    private AuditCsv() {}

    /** Time, actor, action, object, reason, result, address. */
    public static List<String> cells(AuditTrail.Line line) {
        var act = line.act();
        return List.of(
                Formats.moment(line.at()),
                line.userName().orElse(act.actor()) + (act.onBehalfOf().isEmpty() ? "" : " (" + act.onBehalfOf() + ")"),
                act.action(),
                act.objectId().isEmpty() ? act.objectType() : act.objectType() + " " + act.objectId(),
                act.reason(),
                act.result().name(),
                act.origin().address());
    }

    /** All records of the filter, the newest first, with a line of headings. */
    public static void write(OutputStream out, AuditTrail trail, AuditFilter filter) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEAD);
        long before = AuditTrail.NEWEST;
        for (List<AuditTrail.Line> lines = trail.read(filter, before, BATCH);
                !lines.isEmpty();
                lines = trail.read(filter, before, BATCH)) {
            for (AuditTrail.Line line : lines) {
                writer.write(cells(line).stream().map(AuditCsv::quoted).collect(Collectors.joining(",", "", "\r\n")));
                before = line.id();
            }
        }
        writer.flush();
    }

    /** What begins like a formula would be run by a spreadsheet; a quote before it makes it text. */
    private static String quoted(String cell) {
        String safe = cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
