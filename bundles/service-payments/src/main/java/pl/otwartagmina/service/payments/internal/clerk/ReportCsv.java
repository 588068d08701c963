package pl.otwartagmina.service.payments.internal.clerk;

import java.util.List;
import pl.otwartagmina.api.value.Money;

/** Daily reports for a spreadsheet: a line for each sum, amounts with a comma as spreadsheets here want them. */
public final class ReportCsv {
    private ReportCsv() {}

    /** All lines, with a line of headings. */
    public static String of(List<DayReport> reports, ReportWords words) {
        StringBuilder csv = new StringBuilder(CsvCells.line(List.of(
                words.text("payments.report.day"),
                words.text("payments.report.direction"),
                words.text("payments.report.channel"),
                words.text("payments.report.account"),
                words.text("payments.report.what"),
                words.text("payments.report.count"),
                words.text("payments.receipt.column.costs"),
                words.text("payments.receipt.column.interest"),
                words.text("payments.receipt.column.principal"),
                words.text("payments.column.overpaid"),
                words.text("payments.receipt.column.total"))));
        for (DayReport report : reports) {
            add(csv, report, words.text("payments.report.received"), report.received(), words);
            add(csv, report, words.text("payments.report.returned"), report.returned(), words);
        }
        return csv.toString();
    }

    private static void add(
            StringBuilder csv, DayReport report, String direction, List<DayReport.Line> lines, ReportWords words) {
        for (DayReport.Line line : lines) {
            DayReport.Amounts amounts = line.amounts();
            csv.append(CsvCells.line(List.of(
                    report.day().toString(),
                    direction,
                    words.channel(line),
                    line.creditor().grouped(),
                    words.kind(line),
                    String.valueOf(line.count()),
                    plain(amounts.costs()),
                    plain(amounts.interest()),
                    plain(amounts.principal()),
                    plain(amounts.surplus()),
                    plain(amounts.total()))));
        }
    }

    private static String plain(Money money) {
        return money.amount().toPlainString().replace('.', ',');
    }
}
