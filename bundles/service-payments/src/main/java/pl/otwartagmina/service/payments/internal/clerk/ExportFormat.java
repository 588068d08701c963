package pl.otwartagmina.service.payments.internal.clerk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pl.otwartagmina.api.value.Money;

/** How bookings are written for the finance system. The README of the module documents both. */
public enum ExportFormat {
    /** A line for each entry under a line of headings; UTF-8, semicolons, decimal point. */
    CSV("text/csv; charset=UTF-8") {
        @Override
        public String begin(BookingExport export) {
            return CsvCells.line(COLUMNS);
        }

        @Override
        public String entry(ExportEntry entry, boolean first) {
            return CsvCells.line(new ArrayList<>(cells(entry).values()));
        }

        @Override
        public String end() {
            return "";
        }
    },
    /** One object with the export and its entries; the same names as in CSV, amounts as strings. */
    JSON("application/json") {
        @Override
        public String begin(BookingExport export) {
            return "{\"export\":" + export.number() + ",\"made\":" + quoted(String.valueOf(seconds(export.made())))
                    + ",\"entries\":[";
        }

        @Override
        public String entry(ExportEntry entry, boolean first) {
            return (first ? "\n" : ",\n")
                    + cells(entry).entrySet().stream()
                            .map(cell -> quoted(cell.getKey()) + ":" + quoted(cell.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public String end() {
            return "\n]}\n";
        }
    };

    private static final List<String> COLUMNS = List.of(
            "reference",
            "entry",
            "refund",
            "source",
            "due_source_id",
            "creditor_account",
            "paid_on",
            "booked",
            "costs",
            "interest",
            "principal",
            "surplus",
            "total",
            "gateway",
            "gateway_reference",
            "card");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What stands before the entries. */
    public abstract String begin(BookingExport export);

    /** An entry. */
    public abstract String entry(ExportEntry entry, boolean first);

    /** What stands behind the entries. */
    public abstract String end();

    /** For a browser. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, and its name at the console. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> cells(ExportEntry entry) {
        List<String> values = List.of(
                entry.reference(),
                entry.entry(),
                entry.refund(),
                entry.source(),
                entry.due(),
                entry.creditor().digits(),
                entry.paidOn().toString(),
                seconds(entry.booked()).toString(),
                plain(entry.amounts().costs()),
                plain(entry.amounts().interest()),
                plain(entry.amounts().principal()),
                plain(entry.amounts().surplus()),
                plain(entry.amounts().total()),
                entry.gateway(),
                entry.gatewayReference(),
                entry.card());
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            cells.put(COLUMNS.get(i), values.get(i));
        }
        return cells;
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    /** A string of JSON (RFC 8259, section 7). */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                default -> {
                    if (c < ' ') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
