package pl.otwartagmina.service.payments.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.GMINA;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.clerk.DayReport;
import pl.otwartagmina.service.payments.internal.clerk.DayReport.Amounts;
import pl.otwartagmina.service.payments.internal.clerk.ReportCsv;
import pl.otwartagmina.service.payments.internal.clerk.ReportWords;

class DayReportPageTest {
    private static final DayReport REPORT = new DayReport(
            TODAY,
            List.of(
                    line(
                            "real-estate",
                            3,
                            new Amounts(Money.of("16.00"), Money.of("2.00"), Money.of("131.00"), Money.ZERO)),
                    line("", 1, new Amounts(Money.ZERO, Money.ZERO, Money.of("9.99"), Money.of("0.01")))),
            List.of(line("waste", 1, new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.of("67.00")))));

    private static DayReport.Line line(String kind, int count, Amounts amounts) {
        return new DayReport.Line(
                kind.equals("waste") ? DayReport.TRANSFER : "bramka", GMINA, "payments", kind, count, amounts);
    }

    @Test
    void the_paper_shows_each_sum_and_the_totals_across_the_page() throws Exception {
        byte[] printed = new Papers(DocumentsBundle.printer(), new TestTexts())
                .reports(List.of(REPORT), TODAY, TODAY, TestTexts.POLISH, id -> "<" + id + ">");
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            assertThat(text(pdf))
                    .containsSubsequence(
                            "Raport dzienny 11.11.2026", "Wpłaty", "Podatek od nieruchomości", "<bramka>", "149,00")
                    .containsSubsequence(
                            "Inne (payments)", "10,00", "Razem", "159,00", "Zwroty", "Przelew na rachunek", "67,00");
        }
    }

    @Test
    void the_spreadsheet_gets_a_line_for_each_sum() {
        String csv = ReportCsv.of(
                List.of(REPORT),
                new ReportWords(
                        (key, arguments) -> new TestTexts().text(TestTexts.POLISH, key, arguments),
                        id -> "<" + id + ">"));

        assertThat(csv.lines()).hasSize(4);
        assertThat(csv)
                .contains(
                        "2026-11-11;Wpłaty;<bramka>;34 9999 9999 1234 5678 9012 3456;Podatek od nieruchomości;3;16,00;2,00;131,00;0,00;149,00\r\n",
                        ";Zwroty;Przelew na rachunek;");
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\p{Z}]+", " ");
    }
}
