package pl.otwartagmina.service.payments.internal.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.module.Translations;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.ReportWords;

/** Daily reports on paper. */
public final class DayReportPage {
    private static final String LANDSCAPE = "@page { size: A4 landscape }";

    private final Translations translations;

    public DayReportPage(Translations translations) {
        this.translations = translations;
    }

    /**
     * The document.
     *
     * @param gateways the name of a gateway by its id
     */
    public PrintedDocument of(
            List<DayReport> reports, LocalDate from, LocalDate to, Locale language, UnaryOperator<String> gateways) {
        Body body = new Body(translations, language);
        ReportWords words = new ReportWords(body::text, gateways);
        String title = from.equals(to)
                ? body.text("payments.report.paper", Formats.day(from))
                : body.text("payments.report.paper.days", Formats.day(from), Formats.day(to));
        body.element("h1", title).element("p", "lead", body.text("payments.report.lead"));
        for (DayReport report : reports) {
            body.element("h2", Formats.day(report.day()));
            sums(body, words, "payments.report.received", report.received());
            sums(body, words, "payments.report.returned", report.returned());
        }
        if (reports.isEmpty()) {
            body.element("p", body.text("payments.report.none.text"));
        }
        return new PrintedDocument(title, language, LANDSCAPE, body.toString());
    }

    private static void sums(Body body, ReportWords words, String key, List<DayReport.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        body.element("h3", body.text(key))
                .markup("<table><thead><tr>")
                .element("th", body.text("payments.report.what"))
                .element("th", body.text("payments.report.channel"))
                .element("th", "amount", body.text("payments.report.count"));
        for (String column : List.of("costs", "interest", "principal")) {
            body.element("th", "amount", body.text("payments.receipt.column." + column));
        }
        body.element("th", "amount", body.text("payments.column.overpaid"))
                .element("th", "amount", body.text("payments.receipt.column.total"))
                .markup("</tr></thead><tbody>");
        int count = 0;
        for (DayReport.Line line : lines) {
            count += line.count();
            body.markup("<tr><th scope=\"row\">" + PrintedDocument.text(words.kind(line)) + "<br/>")
                    .element("span", "muted", line.creditor().grouped())
                    .markup("</th>")
                    .element("td", words.channel(line));
            amounts(body, line.count(), line.amounts());
        }
        body.markup("<tr>").element("th", body.text("payments.report.sum")).element("td", "");
        amounts(body, count, DayReport.sum(lines));
        body.markup("</tbody></table>");
    }

    private static void amounts(Body body, int count, DayReport.Amounts amounts) {
        body.element("td", "amount", String.valueOf(count));
        for (Money amount :
                List.of(amounts.costs(), amounts.interest(), amounts.principal(), amounts.surplus(), amounts.total())) {
            body.element("td", "amount", Formats.amount(amount));
        }
        body.markup("</tr>");
    }
}
