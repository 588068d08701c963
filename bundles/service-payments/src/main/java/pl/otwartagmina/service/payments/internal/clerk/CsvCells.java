package pl.otwartagmina.service.payments.internal.clerk;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a CSV file (RFC 4180) for spreadsheets and finance systems: cells parted by semicolons, CRLF at the end. */
public final class CsvCells {
    /** Tells a spreadsheet that the file is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\ufeff";

    /** What a spreadsheet would run as a formula (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n].*");

    private CsvCells() {}

    /** One line. What begins like a formula gets an apostrophe before it, which makes it text. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvCells::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
